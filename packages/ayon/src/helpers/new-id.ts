/**
 * Makes an id as AYON has them: 32 hexadecimal digits, drawn at random. Given as `entityId` of a creation, it lets later
 * operations of the same batch refer to the new entity.
 */
export function newId(): string {
  // Not randomUUID, which browsers have on https only, and servers of studios are often http.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
