import type { SampleRequest } from "./sample-request.ts";

/** A request as one line to paste into a shell. */
export function curlLine(origin: string, { target, headers }: SampleRequest): string {
  const flags = Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`]);
  return ["curl", ...flags, `${origin}${target}`].map(quote).join(" ");
}

/** A word for a POSIX shell; curl itself reads brackets and braces in URLs, so they come percent-encoded or not at all. */
function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
