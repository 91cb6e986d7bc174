import type { TeamMember } from "../entities.ts";

/** Whether a person's name, user name or address for mail has a text in it, in whatever case; nothing fits everybody. */
export function fitsSearch(person: Pick<TeamMember, "name" | "username" | "email">, search: string = ""): boolean {
  const wanted = search.toLowerCase();
  return [person.name ?? "", person.username, person.email].some((text) => text.toLowerCase().includes(wanted));
}
