import { EntityError } from "./entity-error.ts";
import { entityKinds, type MemberForm } from "./entity-kinds.ts";
import type { EntityType, Members, RepresentationFile } from "./types.ts";

const entityName = /^[a-zA-Z0-9_]([a-zA-Z0-9_.-]*[a-zA-Z0-9_])?$/;

const userName = /^[a-zA-Z0-9][a-zA-Z0-9_.-]*[a-zA-Z0-9]$/;
const entityId = /^[0-9a-f]{32}$/;
const hashTypes = ["md5", "sha1", "sha256", "op3"];

/**
 * The members of an entity in a request, checked and in their stored form: names in camel case, ids in lower case. What
 * the kind of entity does not have is left out; null stays.
 * @throws {EntityError} 400, a value has another form.
 */
export function readMembers(type: EntityType, given: Members): Members {
  const { members } = entityKinds[type];
  const read = Object.entries(inCamelCase(given)).flatMap(([name, value]) => {
    const rule = Object.hasOwn(members, name) ? members[name] : undefined;
    return rule === undefined ? [] : [[name, value === null ? null : readMember(name, rule.form, value)] as const];
  });
  return Object.fromEntries(read);
}

/**
 * An id as it is stored: dashes and upper case are taken too.
 * @throws {EntityError} 400, it is no id.
 */
export function readId(value: unknown, name = "id"): string {
  const id = typeof value === "string" ? value.replaceAll("-", "").toLowerCase() : "";
  if (entityId.test(id)) return id;
  throw invalid(name, "has to be an id of 32 hexadecimal digits");
}

/** Members by names in camel case; where both spellings are given, camel case wins. */
export function inCamelCase(given: Members): Members {
  const renamed = Object.entries(given).map(([name, value]) => [camel(name), value] as const);
  return { ...Object.fromEntries(renamed), ...given };
}

function camel(name: string): string {
  return name.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}

function readMember(name: string, form: MemberForm, value: unknown): unknown {
  switch (form) {
    case "id":
      return readId(value, name);
    case "name":
      return readText(name, value, entityName);
    case "userName":
      return readText(name, value, userName);
    case "label":
      return readText(name, value, /^[^';]*$/);
    case "text":
      return readText(name, value);
    case "texts":
      if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value;
      throw invalid(name, "has to be a list of texts");
    case "integer":
      if (Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31) return value;
      throw invalid(name, "has to be an integer");
    case "flag":
      if (typeof value === "boolean") return value;
      throw invalid(name, "has to be true or false");
    case "object":
      return readObject(name, value);
    case "files":
      if (Array.isArray(value)) return value.map((file) => readFile(name, file));
      throw invalid(name, "has to be a list of files");
  }
}

function readText(name: string, value: unknown, pattern?: RegExp): string {
  if (typeof value !== "string") throw invalid(name, "has to be a text");
  if (pattern === undefined || pattern.test(value)) return value;
  throw invalid(name, `can't be ${JSON.stringify(value)}`);
}

function readObject(name: string, value: unknown): Members {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Members;
  throw invalid(name, "has to be an object");
}

function readFile(name: string, value: unknown): RepresentationFile {
  const { id, path, name: fileName, size = 0, hash, hashType = "md5" } = inCamelCase(readObject(name, value));
  if (!Number.isInteger(size)) throw invalid(`size in ${name}`, "has to be an integer");
  if (!hashTypes.includes(String(hashType))) throw invalid(`hashType in ${name}`, `is none of ${hashTypes.join(", ")}`);
  return {
    id: readText(`id in ${name}`, id),
    path: readText(`path in ${name}`, path),
    size: Number(size),
    hashType: String(hashType),
    ...(fileName != null && { name: readText(`name in ${name}`, fileName) }),
    ...(hash != null && { hash: readText(`hash in ${name}`, hash) }),
  };
}

function invalid(name: string, wish: string): EntityError {
  return new EntityError(400, `${name} ${wish}`, "invalid_data");
}
