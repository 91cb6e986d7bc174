import { vercelRefusal } from "../refusal.ts";
import { apexOf, isHosted, readDomainName } from "./domain-name.ts";

/** The name of a domain as it is stored. @throws {Refusal} 400 `invalid_name`, it is none. */
export function needDomainName(text: string): string {
  const name = readDomainName(text);
  if (name !== undefined) return name;
  throw vercelRefusal(400, "invalid_name", `${text.slice(0, 80)} is not the name of a domain`, { name: text });
}

/**
 * The name of a domain that an account can have: nothing below it, and not one of the vendor's own.
 * @throws {Refusal} 400 `invalid_name`, it is none.
 */
export function needApexName(text: string): string {
  const name = needDomainName(text);
  if (apexOf(name) === name && !isHosted(name)) return name;
  const message = isHosted(name)
    ? `${name} belongs to the service`
    : `${name} is below ${apexOf(name)}, which is to be added`;
  throw vercelRefusal(400, "invalid_name", message, { name });
}
