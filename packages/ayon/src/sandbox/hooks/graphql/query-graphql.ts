import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { callerOf } from "../../caller.ts";
import { loadGraphql } from "../../graphql/load-graphql.ts";
import { rootNode } from "../../graphql/root-node.ts";
import { runQuery } from "../../graphql/run-query.ts";

/** Answers a query from all that is stored, as far as the caller may see it. */
export const queryGraphql: Hook<operations["queryGraphql"]> = async (call) => {
  const caller = await callerOf(call);
  const graphql = await loadGraphql().catch((error: Error) => {
    throw call.refuse(501, error.message);
  });
  const { query, variables = null, operationName = null } = call.body;
  const answer = await runQuery(graphql, rootNode({ store: call.store, caller }), { query, variables, operationName });
  if (answer === undefined) throw call.refuse(400, "No operation of the document has this name");
  return call.reply(answer);
};
