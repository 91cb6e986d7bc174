import type { Call, OperationShape } from "@fairlead/sandbox";
import type { components } from "../../../generated/schema.ts";
import type { User } from "../../entities.ts";

/**
 * Lets attributes pass whose mail address is free, or none, or that of the same user.
 * @throws {Refusal} 409, a user of another name has the mail address.
 */
export function checkMail(
  { store, refuse }: Pick<Call<OperationShape>, "store" | "refuse">,
  name: string,
  attrib: components["schemas"]["UserAttrib"] | undefined,
): void {
  const mail = attrib?.email?.toLowerCase();
  if (!mail) return;
  const users = store.list("User") as readonly User[];
  if (users.some((user) => user.name !== name && user.attrib.email?.toLowerCase() === mail))
    throw refuse(409, "A user of this mail address exists");
}
