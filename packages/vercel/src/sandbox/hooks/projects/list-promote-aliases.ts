import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { projectInAccount } from "../../account.ts";
import type { StoredPromotion } from "../../deployments/move-production.ts";
import type { Project } from "../../entities.ts";
import { pageByTime } from "../../page-by-time.ts";

/** Lists the hosts of the last promotion or rollback, and what became of each. */
export const listPromoteAliases: Hook<operations["listPromoteAliases"]> = (call) => {
  const { failedOnly, ...times } = call.query ?? {};
  const project: Project & StoredPromotion = projectInAccount(call, call.path.projectId);
  const { movedHosts = [], lastAliasRequest } = project;
  // They were all asked for at one time, of which a page can't be cut: each counts as a millisecond older.
  const dated = movedHosts.map((host, index) => ({ ...host, at: (lastAliasRequest?.requestedAt ?? 0) - index }));
  const wanted = failedOnly ? dated.filter(({ status }) => status === "failed") : dated;
  const { items, pagination } = pageByTime(wanted, times, ({ at }) => at);
  return call.reply({ aliases: items, pagination });
};
