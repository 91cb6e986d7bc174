import type { Call, Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { mergeAttrib, withoutNulls } from "../../attrib.ts";
import { demandManager } from "../../caller.ts";
import { hashPassword, previewKey, sha256 } from "../../secret-hash.ts";
import { checkMail } from "./check-mail.ts";

type Creation = operations["createUser"];

/** A new user. What is kept of its password and key are hashes; neither stands anywhere as it came. */
export const createUser: Hook<Creation> = async (call, next) => {
  const caller = await demandManager(call);
  const { store, body, path } = call;
  const { password, apiKey, active, attrib, data = {} } = body;
  const name = path.user_name;
  if (store.list("User", (one) => String(one.name).toLowerCase() === name.toLowerCase()).length > 0)
    throw call.refuse(409, "A user of this name exists");
  checkMail(call, name, attrib);
  if (data.isService && password) throw call.refuse(400, "A service user can't have a password");
  if (!data.isService && apiKey) throw call.refuse(400, "Only a service user can have an API key");
  const salt = call.random.hex(`salt of ${name}, user ${store.list("User").length}`, 16);
  const secrets = {
    password: password ? await hashPassword(password, salt) : null,
    apiKey: apiKey ? await sha256(apiKey) : null,
    apiKeyPreview: apiKey ? previewKey(apiKey) : null,
    apiKeys: null, // another operation of the server makes them
  };
  const members = {
    ...mergeAttrib({ attrib: {}, ownAttrib: [] }, attrib),
    active: active ?? true,
    data: withoutNulls({ ...data, createdBy: caller.name, ...secrets }),
  };
  call.body = members as unknown as Call<Creation>["body"];
  return next();
};
