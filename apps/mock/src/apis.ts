import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { isObject, type JsonObject } from "./document.ts";
import { portVariable, readPort } from "./ports.ts";
import { UserError } from "./user-error.ts";

/** One document to serve. */
export interface Api {
  /** Its folder in `spec/`. */
  readonly name: string;
  /** The bundle. */
  readonly file: string;
  /** The bundle, parsed. */
  readonly document: JsonObject;
  /** Its `info.title`, else its folder. */
  readonly title: string;
  /** The port it is to have, from 0 to 65535; 0 means a free one. */
  readonly port: number;
  /** The environment variable that overrides the port. */
  readonly variable: string;
}

/**
 * Lists the APIs of a folder by name: its subfolders whose `package.json` has `"fairlead": { "port": 4010 }`.
 * @throws {UserError} There is none, a bundle is missing or no JSON, or a port is none.
 */
export function listApis(spec: string, env: NodeJS.ProcessEnv): Api[] {
  const folders = existsSync(spec) ? readdirSync(spec).sort() : [];
  const apis = folders.flatMap((name) => readApi(join(spec, name), name, env) ?? []);
  if (apis.length > 0) return apis;
  throw new UserError(`No API in ${fromHere(spec)}: a folder needs a package.json with "fairlead": { "port": 4010 }.`);
}

/** A path as one would type it here: relative where that is shorter to read. */
export function fromHere(path: string): string {
  const shorter = relative(process.cwd(), path);
  return shorter === "" || shorter.startsWith("..") ? path : shorter;
}

function readApi(folder: string, name: string, env: NodeJS.ProcessEnv): Api | undefined {
  const manifest = join(folder, "package.json");
  if (!existsSync(manifest)) return undefined;
  const { fairlead } = readJson(manifest);
  if (!isObject(fairlead) || fairlead.port === undefined) return undefined;
  const { port } = fairlead;
  if (typeof port !== "number" || !Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UserError(`fairlead.port in ${fromHere(manifest)} must be a whole number from 0 to 65535.`);
  }
  const file = join(folder, "dist", "openapi.json");
  if (!existsSync(file)) {
    throw new UserError(`${fromHere(file)} is missing: run \`npm start\` at the root, which bundles it.`);
  }
  const document = readJson(file);
  const title = isObject(document.info) && typeof document.info.title === "string" ? document.info.title : name;
  const variable = portVariable(name);
  return { name, file, document, title, port: readPort(env, variable, port), variable };
}

function readJson(file: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(`${fromHere(file)} cannot be read: ${reason}.`, { cause });
  }
  if (isObject(value)) return value;
  throw new UserError(`${fromHere(file)} holds no JSON object.`);
}
