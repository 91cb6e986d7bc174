import type { RequestMakers } from "@fairlead/contract";
import { bodyOf, withMembers } from "./change-body.ts";

/** Requests about users. */
export const accessRequests: RequestMakers = {
  // Addresses are unique without being a key.
  createUser(_client, derived) {
    const { attrib } = bodyOf<{ attrib?: { email?: string | null } }>(derived);
    const email = `${derived.path.user_name}@example.com`;
    return attrib?.email ? withMembers(derived, { attrib: { ...attrib, email } }) : {};
  },
};
