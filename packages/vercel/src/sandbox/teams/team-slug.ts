import { vercelRefusal } from "../refusal.ts";

/**
 * Refuses a slug that could not stand in an address; that it is free is for the store to say.
 * @throws {Refusal} 400, it has other characters than letters in lower case, digits and single hyphens between them.
 */
export function checkTeamSlug(slug: string): void {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) return;
  throw vercelRefusal(400, "bad_request", "A slug has letters in lower case, digits and single hyphens between them");
}
