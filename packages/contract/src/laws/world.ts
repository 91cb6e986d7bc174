/** A stored thing, with members that no answer shows too. */
export interface WorldEntity {
  readonly [member: string]: unknown;
}

/** A credential of one of the document's security schemes. */
export interface WorldCredential {
  /** Name of the scheme. */
  readonly scheme: string;
  readonly value: string;
}

/** A request that a receiver of webhooks got. */
export interface WorldTold {
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The raw body. */
  readonly body: string;
}

/**
 * A fresh session that laws are tried in. Its clock stands still unless it is advanced, its quotas are on, and two
 * worlds opened by the same function begin equal.
 */
export interface LawWorld {
  /** Sends a request to the API. */
  fetch(request: Request): Promise<Response>;
  /** Scheme, host, port and prefix that the paths of the document follow, without a slash at the end. */
  readonly origin: string;
  /** A credential that is accepted: of an account with every right or in this role, in the lowest tier or in this one. */
  token(role?: string, tier?: string): string;
  /**
   * The credential for an operation that other than the usual account has to call, such as a service.
   * @returns Undefined where `token` will do.
   */
  credential?(operationId: string): WorldCredential | undefined;
  /** The session clock, in milliseconds since 1970-01-01 UTC. */
  now(): number;
  /** Moves the session clock forward by milliseconds. */
  advance(ms: number): void | Promise<void>;
  /** Makes the next job that this operation starts end in this state. */
  planJob(plan: { operationId: string; end: string; message?: string }): void | Promise<void>;
  /** All entities of a resource, in the order of their creation. */
  entities(type: string): readonly WorldEntity[] | Promise<readonly WorldEntity[]>;
  /** Stores more entities; keys and times are made where they are missing. */
  add(type: string, entities: readonly WorldEntity[]): readonly WorldEntity[] | Promise<readonly WorldEntity[]>;
  /**
   * What was posted to an address since the world was opened, for an API with webhooks: told when nothing is under way.
   */
  told?(url: string): Promise<readonly WorldTold[]>;
  /** The journal of the session, as the control plane shows it. */
  journal(): unknown;
  close(): void | Promise<void>;
}

/** Opens a fresh world. */
export type OpenWorld = () => Promise<LawWorld>;
