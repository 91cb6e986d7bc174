import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import type { User } from "../../entities.ts";
import { openSession } from "../../open-session.ts";
import { fitsPassword } from "../../secret-hash.ts";
import { visibleUser } from "../../visible-user.ts";

/** A session for a user with a password. All failures have one text, as none may tell which names exist. */
export const login: Hook<operations["login"]> = async (call) => {
  const { store, body } = call;
  const name = body.name.trim().toLowerCase();
  const [user] = store.list("User", (one) => String(one.name).toLowerCase() === name) as readonly User[];
  const mayLogIn = user?.active && !user.data.isService && !user.data.disablePasswordLogin;
  if (!user || !mayLogIn || !(await fitsPassword(body.password, user.data.password)))
    throw call.refuse(403, "No user has this name and password");
  const { token } = openSession(call, user);
  const detail = `A session was opened for ${user.name}`;
  return call.reply({ detail, error: null, token, user: visibleUser(user, user), redirectUrl: null });
};
