/**
 * Whether a topic is one of those that are looked for. In a single one an asterisk stands for any text; in a list it
 * does not.
 */
export function fitsTopic(topic: string, wanted: string | readonly string[]): boolean {
  if (typeof wanted !== "string") return wanted.includes(topic);
  const parts = wanted.split("*").map((part) => part.replaceAll(".", "\\."));
  return new RegExp(`^${parts.join(".*")}$`).test(topic);
}
