import type { components } from "../../generated/schema.ts";
import { notFound } from "../account.ts";
import { vercelRefusal } from "../refusal.ts";

type Schemas = components["schemas"];

/** The secrets of a project, each with what is known of it. */
export type Secrets = Schemas["ProtectionBypass"];

/** What is known of one secret. */
type Entry = Secrets[string];

/** Who changes secrets and when, and where a new one comes from. */
export interface Changing {
  /** Id of the user. */
  readonly by: string;
  /** In milliseconds since 1970-01-01 UTC. */
  readonly at: number;
  /** Makes a secret of 32 letters and digits, another one each time. */
  readonly make: () => string;
}

/**
 * The secrets of a project after a request: first one ends, then one changes, then one is made. A request that names
 * nothing makes one. The first secret is the one that builds get, until another is chosen.
 * @throws {Refusal} 404 `not_found`, the project has not the secret that is to end or change; 409 `conflict`, it has the
 *   one that is to be made.
 */
export function changeSecrets(
  before: Secrets,
  { revoke, update, generate }: Schemas["ProtectionBypassChange"],
  changing: Changing,
): Secrets {
  let secrets = before;
  if (revoke !== undefined) {
    const ended = entryOf(secrets, revoke.secret);
    const { [revoke.secret]: _, ...rest } = secrets;
    const { isEnvVar, note } = ended;
    const next = { ...newEntry(changing), ...(isEnvVar && { isEnvVar }), ...(note !== undefined && { note }) };
    secrets = revoke.regenerate ? { ...rest, [changing.make()]: next } : rest;
  }
  if (update !== undefined) {
    const { secret, isEnvVar, note } = update;
    const changed = entryOf(secrets, secret);
    const others = isEnvVar ? withoutEnvVar(secrets) : secrets;
    const given = { ...(isEnvVar !== undefined && { isEnvVar }), ...(note !== undefined && { note }) };
    secrets = { ...others, [secret]: { ...changed, ...given } };
  }
  if (generate === undefined && (revoke !== undefined || update !== undefined)) return secrets;
  const secret = generate?.secret ?? changing.make();
  if (Object.hasOwn(secrets, secret)) throw vercelRefusal(409, "conflict", "The project has this secret already");
  const isEnvVar = !Object.values(secrets).some((entry) => entry.isEnvVar);
  const note = generate?.note;
  return {
    ...secrets,
    [secret]: { ...newEntry(changing), ...(isEnvVar && { isEnvVar }), ...(note !== undefined && { note }) },
  };
}

function newEntry({ by, at }: Changing): Entry {
  return { scope: "automation-bypass", createdAt: at, createdBy: by };
}

function entryOf(secrets: Secrets, secret: string): Entry {
  const entry = Object.hasOwn(secrets, secret) ? secrets[secret] : undefined;
  if (entry !== undefined) return entry;
  throw notFound("The project has no such secret");
}

function withoutEnvVar(secrets: Secrets): Secrets {
  const entries = Object.entries(secrets).map(([secret, entry]) => [
    secret,
    entry.isEnvVar ? { ...entry, isEnvVar: false } : entry,
  ]);
  return Object.fromEntries(entries);
}
