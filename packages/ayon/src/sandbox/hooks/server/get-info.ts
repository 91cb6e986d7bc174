import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { attributes } from "../../attributes.ts";
import { callerOf } from "../../caller.ts";
import { sites } from "../../sites/sites.ts";
import { visibleUser } from "../../visible-user.ts";

/** The version that was watched for the document. */
const version = "1.16.0";

/** When the server was started: before any clock of a session begins. */
const startedAt = Date.UTC(2025, 11, 31);

/** The server; whose credential it is, and what that user may know, only where one came. */
export const getInfo: Hook<operations["getInfo"]> = async (call) => {
  const server = { version, uptime: Math.max(0, (call.clock.now() - startedAt) / 1000) };
  if (call.actor.token === undefined)
    return call.reply(call.query?.full ? { ...server, ssoOptions: [], passwordRecoveryAvailable: false } : server);
  const caller = await callerOf(call);
  const user = visibleUser(caller, caller);
  const seen = sites.filter(({ users }) => users.includes(caller.name));
  return call.reply({ ...server, user, attributes, sites: seen, ssoOptions: [], frontendFlags: [], extras: "" });
};
