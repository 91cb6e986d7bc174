import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { accountOf, projectInAccount } from "../../account.ts";
import { envVarRefusal } from "../../env/env-var-refusal.ts";
import { keepEnvVar } from "../../env/keep-env-var.ts";
import { showEnvVar } from "../../env/show-env-var.ts";

/** One variable or several. Of several, what can't be is in `failed` and the rest is made; a single one is refused. */
export const createEnvVars: Hook<operations["createEnvVars"]> = (call) => {
  const { store, body } = call;
  const project = projectInAccount(call, call.path.idOrName);
  const place = { store, project, user: accountOf(call).user, upsert: call.query?.upsert === "true" };
  const results = [body].flat().map((given) => keepEnvVar(place, given));
  const failed = results.flatMap((result) => ("error" in result ? [{ error: result.error }] : []));
  const created = results.flatMap((result) => ("kept" in result ? [showEnvVar(call, result.kept)] : []));
  if (Array.isArray(body)) return call.reply({ created, failed });
  const [failure] = failed;
  if (failure !== undefined) throw envVarRefusal(failure.error);
  return call.reply({ created: created[0], failed });
};
