import type { LawClient } from "@fairlead/contract";

/** A name that no entity of a type has at this member: the beginning, and the first number that is free. */
export async function newName({ world }: LawClient, type: string, member: string, begin: string): Promise<string> {
  const entities = await world.entities(type);
  const taken = new Set(entities.map((entity) => entity[member]));
  let number = entities.length;
  while (taken.has(`${begin}${number}`)) number += 1;
  return `${begin}${number}`;
}
