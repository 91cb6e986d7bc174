/** A value that can be written as a JavaScript literal; members that are `undefined` are left out. */
export type Literal =
  | string
  | number
  | boolean
  | Name
  | readonly Literal[]
  | { readonly [key: string]: Literal | undefined };

/** The name of a constant, written bare. */
export class Name {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const WIDTH = 110;

/**
 * A value as JavaScript source, on one line where it fits.
 * @param indent - The spaces before the line on which it starts.
 */
export function literal(value: Literal, indent = ""): string {
  const line = oneLine(value);
  if (typeof value !== "object" || value instanceof Name || indent.length + line.length <= WIDTH) return line;
  const inner = `${indent}  `;
  const lines = isList(value)
    ? value.map((item) => literal(item, inner))
    : members(value).map(([key, member]) => `${key}: ${literal(member, inner)}`);
  const [open, close] = isList(value) ? ["[", "]"] : ["{", "}"];
  return `${open}\n${lines.map((text) => `${inner}${text},\n`).join("")}${indent}${close}`;
}

function oneLine(value: Literal): string {
  if (value instanceof Name) return value.text;
  if (typeof value !== "object") return JSON.stringify(value);
  if (isList(value)) return `[${value.map(oneLine).join(", ")}]`;
  const parts = members(value).map(([key, member]) => `${key}: ${oneLine(member)}`);
  return parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`;
}

function members(value: { readonly [key: string]: Literal | undefined }): [string, Literal][] {
  return Object.entries(value).flatMap(([key, member]) => (member === undefined ? [] : [[keyText(key), member]]));
}

function keyText(key: string): string {
  if (key === "__proto__") return '["__proto__"]'; // bare or quoted it would set the prototype
  return /^([A-Za-z_$][\w$]*|[1-9]\d*)$/.test(key) ? key : JSON.stringify(key);
}

function isList(value: object): value is readonly Literal[] {
  return Array.isArray(value);
}
