import type { components } from "../../generated/schema.ts";
import { vercelRefusal } from "../refusal.ts";
import { readRecordName } from "./read-name.ts";
import { readHost, readValue } from "./read-value.ts";
import type { DnsContent } from "./stored-dns-record.ts";

/** Members of the service that an SRV record names; null is 0. */
export type Srv = components["schemas"]["NewDnsSrvRecord"]["srv"];

/** How an HTTPS record says to connect; a priority of null is 0. */
export type Https = components["schemas"]["NewDnsHttpsRecord"]["https"];

/**
 * What a new record says, from its request.
 * @throws {Refusal} 400 `invalid_name`, `invalid_value` or `bad_request`: it can't be said by a record of its type.
 */
export function readContent(body: components["schemas"]["NewDnsRecord"], domain: string): DnsContent {
  const name = readRecordName(body.name ?? "", domain);
  if (body.type === "SRV") return { name, type: body.type, ...readSrv(body.srv) };
  if (body.type === "HTTPS") return { name, type: body.type, ...readHttps(body.https) };
  if (body.type === "NS" && name === "") throw rootNs();
  const priority = body.type === "MX" ? { priority: readNumber("mxPriority", body.mxPriority) } : {};
  return { name, type: body.type, value: readValue(body.type, body.value), ...priority };
}

/** The value of an SRV record. @throws {Refusal} 400 `bad_request`, a number or the host is wrong. */
export function readSrv({ priority, weight, port, target }: Srv): Pick<DnsContent, "value" | "priority"> {
  const host = needHost("srv", target);
  return {
    value: `${readNumber("srv.weight", weight)} ${readNumber("srv.port", port)} ${host}`,
    priority: readNumber("srv.priority", priority),
  };
}

/** The value of an HTTPS record. @throws {Refusal} 400 `bad_request`, the number or the host is wrong. */
export function readHttps({ priority, target, params = "" }: Https): Pick<DnsContent, "value" | "priority"> {
  const host = target.trim() === "." ? "." : needHost("https", target);
  return { value: `${host} ${params.trim()}`.trim(), priority: readNumber("https.priority", priority) };
}

/** A number of 16 bits; null is 0. @throws {Refusal} 400 `bad_request`, it is none. */
export function readNumber(member: string, value: number | null): number {
  const number = value ?? 0;
  if (Number.isInteger(number) && number >= 0 && number <= 65_535) return number;
  throw vercelRefusal(400, "bad_request", `${member} must be an integer from 0 to 65535`);
}

/** NS records of a domain itself are the registrar's. */
export function rootNs(): Error {
  return vercelRefusal(400, "invalid_name", "NS records stand below the domain and not at it");
}

function needHost(member: string, text: string): string {
  const host = readHost(text.trim());
  if (host !== undefined) return host;
  throw vercelRefusal(400, "bad_request", `${member}.target must be a fully qualified host`);
}
