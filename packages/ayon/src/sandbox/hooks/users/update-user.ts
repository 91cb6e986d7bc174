import type { Call, Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { mergeAttrib, mergeMembers } from "../../attrib.ts";
import { callerOf, isManager } from "../../caller.ts";
import type { User } from "../../entities.ts";
import { checkMail } from "./check-mail.ts";

type Update = operations["updateUser"];

const rights = ["isAdmin", "isManager", "isService", "isDeveloper"];

/** Members of `data` that other operations change, or the server alone. */
const secrets = ["password", "apiKey", "apiKeyPreview", "apiKeys"];

/** Merges attributes and data one level deep, and drops what the caller may not set. */
export const updateUser: Hook<Update> = async (call, next) => {
  const caller = await callerOf(call);
  const { body, path, store } = call;
  const user = store.get("User", path.user_name) as User | undefined;
  const isOwn = caller.name === path.user_name;
  if (!isOwn && !isManager(caller)) throw call.refuse(403, `${path.user_name} is not yours to change`);
  if (user === undefined) return next();
  checkMail(call, user.name, body.attrib);
  const dropped = [...secrets, ...(isOwn ? rights : [])];
  const given = isManager(caller) ? Object.entries(body.data ?? {}) : [];
  const data = Object.fromEntries(given.filter(([name]) => !dropped.includes(name)));
  const members = {
    ...mergeAttrib(user, body.attrib),
    data: mergeMembers(user.data, given.length > 0 ? { ...data, updatedBy: caller.name } : {}),
    active: isOwn ? user.active : (body.active ?? user.active),
  };
  call.body = members as unknown as Call<Update>["body"];
  return next();
};
