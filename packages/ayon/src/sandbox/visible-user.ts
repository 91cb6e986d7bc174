import { isManager } from "./caller.ts";
import type { User } from "./entities.ts";

/** A user as a caller may see it: hashes of secrets are for managers and service users. */
export function visibleUser(user: User, caller: User): User {
  if (isManager(caller)) return user;
  const { password: _password, apiKey: _key, apiKeys: _keys, ...data } = user.data;
  return { ...user, data };
}
