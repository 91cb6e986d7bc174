import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { findAlias } from "../../aliases/find-alias.ts";
import { takeHosts } from "../../aliases/point-hosts.ts";

/** Makes a host lead nowhere. The next deployment that it would be for takes it again. */
export const deleteAlias: Hook<operations["deleteAlias"]> = (call) => {
  const { store } = call;
  const alias = findAlias(call, call.path.aliasId);
  takeHosts(store, [alias.alias]);
  store.remove("Alias", { ...alias });
  return call.reply({ status: "SUCCESS" });
};
