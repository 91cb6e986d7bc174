import type { Store } from "@fairlead/sandbox";
import type { User } from "../entities.ts";

/** The user with an address for mail, in whatever case it is written; undefined where nobody has it. */
export function personByMail(store: Store, email: string): User | undefined {
  const wanted = email.toLowerCase();
  return (store.list("User") as readonly User[]).find((user) => user.email.toLowerCase() === wanted);
}

/**
 * The user with an address for mail, whose account is made where nobody has it: an invitation reserves one, so that the
 * person can be found, changed and taken back by an id.
 */
export function personToInvite(store: Store, email: string): User {
  const known = personByMail(store, email);
  if (known !== undefined) return known;
  const username = freeName(store, email);
  return store.create("User", { email, username, name: null, stagingPrefix: username }) as User;
}

/** The part before the `@` as a name of a user, with a number where somebody has it. */
function freeName(store: Store, email: string): string {
  const wanted = email
    .replace(/@.*$/, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  const name = wanted || "guest";
  const taken = new Set(store.list("User").map(({ username }) => username));
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name}-${number}`;
  return free;
}
