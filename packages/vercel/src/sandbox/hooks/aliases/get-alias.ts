import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { notFound } from "../../account.ts";
import { findAlias } from "../../aliases/find-alias.ts";
import { showAlias } from "../../aliases/show-alias.ts";

/** Gives an alias of the account by its id or host, unless the query leaves it out. */
export const getAlias: Hook<operations["getAlias"]> = (call) => {
  const { projectId, since, from, until } = call.query ?? {};
  const alias = findAlias(call, call.path.idOrAlias);
  const isWanted =
    (!projectId || alias.projectId === projectId) &&
    alias.createdAt > (since ?? from ?? -1) &&
    alias.createdAt <= (until ?? Infinity);
  if (!isWanted) throw notFound(`The alias ${alias.alias} is not in that time or project`);
  return call.reply(showAlias(call.store, alias));
};
