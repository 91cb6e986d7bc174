import { vercelRefusal } from "../refusal.ts";
import type { StoredDomain } from "./stored-domain.ts";

/**
 * Lets no domain go that is on its way here from another registrar.
 * @throws {Refusal} 409 with this code, it is.
 */
export function refuseInTransfer({ name, transferStartedAt, transferredAt }: StoredDomain, code: string): void {
  if (transferStartedAt === undefined || typeof transferredAt === "number") return;
  throw vercelRefusal(409, code, `The transfer of ${name} from another registrar is not finished`, {
    resolvable: false,
  });
}
