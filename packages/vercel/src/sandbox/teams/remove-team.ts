import type { Call } from "@fairlead/sandbox";
import tables from "../../generated/sandbox.json" with { type: "json" };
import type { Credential, Team } from "../entities.ts";
import { endCredential } from "../tokens/end-credential.ts";

/** Members by which things say whose they are. */
const owners = ["accountId", "teamId", "ownerId"];

/** Kinds that outlive their team: people, and secrets, which are refused from then on. */
const lasting = ["Team", "User", "Credential"];

/**
 * Removes a team with all that it has, of whatever kind, and ends the tokens that were made for it.
 */
export function removeTeam({ store, clock }: Pick<Call, "store" | "clock">, team: Team): void {
  for (const credential of store.list("Credential", { teamId: team.id }) as readonly Credential[])
    endCredential({ store, clock }, credential);
  for (const type of Object.keys(tables.resources).filter((name) => !lasting.includes(name))) {
    // One at a time: what goes may take others of its kind along.
    const next = () => store.list(type, (one) => owners.some((member) => one[member] === team.id))[0];
    for (let one = next(); one !== undefined; one = next()) store.remove(type, one);
  }
  store.remove("Team", team);
}
