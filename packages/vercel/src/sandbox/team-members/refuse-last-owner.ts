import type { Store } from "@fairlead/sandbox";
import type { TeamMember } from "../entities.ts";
import { vercelRefusal } from "../refusal.ts";
import { isLastOwner } from "./team-member.ts";

/**
 * Refuses to take the last owner from a team.
 * @throws {Refusal} 403, the member is the only owner.
 */
export function refuseLastOwner(store: Store, member: TeamMember): void {
  if (!isLastOwner(store, member)) return;
  throw vercelRefusal(403, "forbidden", "A team needs an owner: give the role to somebody else, or delete the team");
}
