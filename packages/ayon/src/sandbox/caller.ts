import type { Call, OperationShape } from "@fairlead/sandbox";
import type { Session, User } from "./entities.ts";
import { sha256 } from "./secret-hash.ts";

/** What it takes to know who calls. */
export type Asking = Pick<Call<OperationShape>, "actor" | "store" | "refuse">;

/**
 * The user of a credential: of the session that the token is of, or the service user of the key. A token that nothing
 * has issued stands for the first admin, so that a test needs no login.
 * @throws {Refusal} 401, the user is gone or inactive, or there is no admin.
 */
export async function callerOf({ actor, store, refuse }: Asking): Promise<User> {
  const { token = "" } = actor;
  const session = store.get("Session", token) as Session | undefined;
  const user =
    session === undefined
      ? ((await findService({ store }, token)) ?? firstAdmin({ store }))
      : (store.get("User", session.userName) as User | undefined);
  if (user?.active) return user;
  throw refuse(401, "The user of this credential is gone or inactive");
}

/** The caller, if it is an admin or a service user. @throws {Refusal} 401 as {@link callerOf}; 403, it is neither. */
export async function demandAdmin(asking: Asking): Promise<User> {
  const caller = await callerOf(asking);
  if (isAdmin(caller)) return caller;
  throw asking.refuse(403, `${caller.name} is no administrator`);
}

/** The caller, if it may manage users and projects. @throws {Refusal} 401 as {@link callerOf}; 403, it may not. */
export async function demandManager(asking: Asking): Promise<User> {
  const caller = await callerOf(asking);
  if (isManager(caller)) return caller;
  throw asking.refuse(403, `${caller.name} is no manager`);
}

/** The caller, if it is no guest. @throws {Refusal} 401 as {@link callerOf}; 403, it is a guest. */
export async function demandMember(asking: Asking): Promise<User> {
  const caller = await callerOf(asking);
  if (!caller.data.isGuest) return caller;
  throw asking.refuse(403, `${caller.name} is a guest`);
}

/** Whether a user may do everything. */
export function isAdmin({ data }: User): boolean {
  return data.isAdmin === true || data.isService === true;
}

/** Whether a user may manage users and projects. */
export function isManager(user: User): boolean {
  return isAdmin(user) || user.data.isManager === true;
}

async function findService({ store }: Pick<Asking, "store">, key: string): Promise<User | undefined> {
  const apiKey = await sha256(key);
  return store.list("User", { data: { isService: true, apiKey } })[0] as User | undefined;
}

function firstAdmin({ store }: Pick<Asking, "store">): User | undefined {
  return store.list("User", { data: { isAdmin: true }, active: true })[0] as User | undefined;
}
