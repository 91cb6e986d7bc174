import type { Store } from "@fairlead/sandbox";

/** An alias as it is stored: a host that leads to a deployment of its project, or that redirects. */
export interface StoredAlias {
  readonly uid: string;
  /** The host, in lower case. */
  readonly alias: string;
  readonly deploymentId: string;
  readonly projectId: string;
  /** The account of the project; no answer shows it. */
  readonly accountId: string;
  readonly creator: { readonly uid: string; readonly username: string; readonly email: string };
  /** Host that it redirects to; null where it serves the deployment. */
  readonly redirect: string | null;
  readonly redirectStatusCode?: number;
  /** When it was made, in milliseconds since 1970-01-01 UTC. */
  readonly createdAt: number;
  /** When it last changed, in milliseconds since 1970-01-01 UTC. */
  readonly updatedAt: number;
}

/** The alias of a host, whoever has it; undefined where the host leads nowhere. */
export function aliasAt(store: Store, host: string): StoredAlias | undefined {
  return store.list("Alias", { alias: host })[0] as StoredAlias | undefined;
}
