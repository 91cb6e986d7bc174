import type { components } from "../../generated/schema.ts";

type Schemas = components["schemas"];

/**
 * What the public DNS says of a name besides the records that were made by `createDnsRecord`, which count where the name
 * servers are the vendor's. A stand-in has no DNS, so a seed or a test keeps it with the domain itself, as the member
 * `dns`, which no answer shows: `store.update("Domain", domain, { dns: { a: ["192.0.2.21"] } })`.
 */
export type Dns = {
  /** Texts of the TXT records at `_vercel` below the apex; those of any name below the same apex count for all. */
  readonly txt?: readonly string[];
  /** Addresses of the A records at the name. */
  readonly a?: readonly string[];
  /** What a CNAME record at the name leads to. */
  readonly cname?: string;
};

/** A domain of an account as it is stored. */
export type StoredDomain = Schemas["Domain"] & {
  readonly accountId: string;
  readonly dns?: Dns;
  /** Whether the vendor's name servers are to answer for it. */
  readonly zone?: boolean;
  /** A move to another account that has not taken the domain in yet. */
  readonly moveOut?: { readonly accountId: string; readonly token: string };
};

/** A domain of a project as it is stored. */
export type StoredProjectDomain = Schemas["ProjectDomain"] & {
  readonly redirect: string | null;
  readonly redirectStatusCode: number | null;
  readonly gitBranch: string | null;
  readonly customEnvironmentId: string | null;
  readonly createdAt: number;
  readonly dns?: Dns;
};
