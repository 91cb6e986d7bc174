import type { User } from "./entities.ts";

/** The account that every token belongs to, as `getMe` answers it too. */
export const account: User = { id: 20417, fullName: "Harbour Team", username: "harbour-team" };
