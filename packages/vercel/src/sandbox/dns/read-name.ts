import { vercelRefusal } from "../refusal.ts";

/** Labels may begin with an underscore, as those of services do. */
const label = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;

/**
 * Name of a record below its domain as it is stored: in lower case, empty for the domain itself.
 * @throws {Refusal} 400 `invalid_name`, no record can stand there.
 */
export function readRecordName(given: string, domain: string): string {
  const name = given.trim().toLowerCase();
  if (name === "" || name === "@") return "";
  const labels = name.split(".");
  const rest = labels[0] === "*" ? labels.slice(1) : labels;
  if (rest.every((one) => label.test(one)) && `${name}.${domain}`.length <= 253) return name;
  throw vercelRefusal(400, "invalid_name", `${given.slice(0, 80)} is not the name of a record`);
}

/** A record's name and its domain as one, such as `www.example.com`. */
export function fullName(name: string, domain: string): string {
  return name === "" ? domain : `${name}.${domain}`;
}
