import type { Call, OperationShape } from "@fairlead/sandbox";
import type { Session, User } from "./entities.ts";
import { sha256 } from "./secret-hash.ts";

/** What it takes to know who calls. */
export type Asking = Pick<Call<OperationShape>, "actor" | "store" | "refuse">;

/**
 * Who calls: the owner of the credential or, where that is a service user, the user that `X-As-User` names.
 * @throws {Refusal} 401, the owner is gone or inactive; 500, there is no user of that name, as the server has it.
 */
export async function callerOf(asking: Asking): Promise<User> {
  const owner = await ownerOf(asking);
  const { actsAs } = asking.actor;
  if (!actsAs || owner.data.isService !== true) return owner;
  const user = asking.store.get("User", actsAs) as User | undefined;
  if (user !== undefined) return user;
  throw asking.refuse(500, `No user is called ${actsAs}`);
}

/**
 * The owner of a credential: the user whose session the token is of, or the service user of the key. What nothing has
 * issued stands for the first admin as a token and for the first service user as a key, so that a test needs no login.
 * @throws {Refusal} 401, the owner is gone or inactive, or there is none.
 */
export async function ownerOf({ actor, store, refuse }: Asking): Promise<User> {
  const { token = "", scheme } = actor;
  const session = store.get("Session", token) as Session | undefined;
  const user =
    session === undefined
      ? ((await findService({ store }, token)) ?? firstActive({ store }, scheme === "apiKey" ? "isService" : "isAdmin"))
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

function firstActive({ store }: Pick<Asking, "store">, role: "isAdmin" | "isService"): User | undefined {
  return store.list("User", { data: { [role]: true }, active: true })[0] as User | undefined;
}
