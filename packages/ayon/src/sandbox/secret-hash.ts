/** SHA-256 of a text, in hexadecimal digits. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * What is kept of a password. One round of SHA-256 is too fast to guard real passwords; a sandbox has none.
 * @param salt - Another one for each user, so that equal passwords do not look equal.
 */
export async function hashPassword(password: string, salt: string): Promise<string> {
  return `${await sha256(`${salt}:${password}`)}:${salt}`;
}

/** Whether a password is the one that a hash was made of; never for a user without one. */
export async function fitsPassword(password: string, hash: string | undefined): Promise<boolean> {
  const salt = hash?.split(":")[1];
  return salt !== undefined && (await hashPassword(password, salt)) === hash;
}

/** A key with all but its ends masked, to tell keys apart. */
export function previewKey(key: string): string {
  return `${key.slice(0, 4)}***${key.slice(-4)}`;
}
