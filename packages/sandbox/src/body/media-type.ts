/** A `Content-Type`, taken apart. */
export interface MediaType {
  /** `type/subtype` in lower case. */
  readonly essence: string;
  /** The `charset` parameter in lower case. */
  readonly charset: string | undefined;
}

/** Reads a `Content-Type`; undefined where it is none. */
export function parseMediaType(header: string): MediaType | undefined {
  const [, essence] = /^\s*([\w!#$&^.+-]+\/[\w!#$&^.+-]+)\s*(?:;|$)/.exec(header) ?? [];
  if (essence === undefined) return undefined;
  const [, quoted, bare] = /;\s*charset=(?:"([^"]*)"|([^;\s]+))/i.exec(header) ?? [];
  return { essence: essence.toLowerCase(), charset: (quoted ?? bare)?.toLowerCase() };
}

/** Whether a body of this type is JSON: `application/json`, or a type with the suffix `+json`. */
export function isJson(essence: string): boolean {
  return /[/+]json$/.test(essence);
}

/** The declared key that stands for a type: the type itself before `type/*` before the one for all. */
export function matchMediaType(essence: string, declared: readonly string[]): string | undefined {
  const [type] = essence.split("/");
  return [essence, `${type}/*`, "*/*"]
    .map((wanted) => declared.find((key) => essenceOf(key) === wanted))
    .find((key) => key !== undefined);
}

/** A declared key without parameters, in lower case. */
export function essenceOf(key: string): string {
  return (key.split(";")[0] ?? "").trim().toLowerCase();
}
