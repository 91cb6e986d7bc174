import type { Given } from "./place.ts";
import { QueryRefusal } from "./query-refusal.ts";

const entityName = /^[a-zA-Z0-9_]([a-zA-Z0-9_.-]*[a-zA-Z0-9_])?$/;

/** A list of texts that is given; undefined where it is not. */
export function texts(given: Given, name: string): readonly string[] | undefined {
  const value = given[name];
  return value == null ? undefined : [value].flat().map(String);
}

/** A text that is given; undefined where it is not, or is empty. */
export function text(given: Given, name: string): string | undefined {
  return given[name] ? String(given[name]) : undefined;
}

/** Ids in their stored form; dashes and upper case are taken. @throws {Error} One of them is no id. */
export function ids(given: Given, name: string): readonly string[] | undefined {
  return texts(given, name)?.map(readId);
}

/** An id in its stored form. @throws {Error} It is none. */
export function readId(value: string): string {
  const id = value.replaceAll("-", "").toLowerCase();
  if (/^[0-9a-f]{32}$/.test(id)) return id;
  throw new Error("An id has to be 32 hexadecimal digits");
}

/** Names, as entities have them. @throws {QueryRefusal} 400, one of them is no such name. */
export function names(given: Given, name: string): readonly string[] | undefined {
  const all = texts(given, name);
  const wrong = all?.find((one) => !entityName.test(one));
  if (wrong === undefined) return all;
  throw new QueryRefusal(400, `${name}: ${JSON.stringify(wrong)} can't be a name`);
}

/** Names of statuses and types. @throws {QueryRefusal} 400, one of them has less than three characters, or a wildcard. */
export function types(given: Given, name: string): readonly string[] | undefined {
  const all = texts(given, name);
  const wrong = all?.find((one) => one.length < 3 || one.includes("%"));
  if (wrong === undefined) return all;
  throw new QueryRefusal(400, `${name}: ${JSON.stringify(wrong)} can't be a status or a type`);
}

/** A regular expression. @throws {SyntaxError} It is none. */
export function expression(
  given: Given,
  name: string,
  read: (source: string) => string = (source) => source,
): RegExp | undefined {
  const source = text(given, name);
  return source === undefined ? undefined : new RegExp(read(source));
}

/** A point in time, as milliseconds since 1970-01-01 UTC. @throws {Error} It is no date. */
export function time(given: Given, name: string): number | undefined {
  const value = text(given, name);
  if (value === undefined) return undefined;
  const ms = Date.parse(value);
  if (Number.isNaN(ms)) throw new Error(`${name} has to be an ISO date`);
  return ms;
}

/** Whether a value is the one that is asked for, whatever the case; `_` stands for any character. */
export function isLike(wanted: string, value: string): boolean {
  const source = [...wanted].map((letter) => (letter === "_" ? "." : escapeLetter(letter))).join("");
  return new RegExp(`^${source}$`, "is").test(value);
}

/**
 * What tells whether all words of one of the phrases between commas are in a text, whatever the case.
 * @param shortest - Shorter words are passed over.
 */
export function searcher(search: string | undefined, shortest = 1): ((text: string) => boolean) | undefined {
  const phrases = (search ?? "")
    .toLowerCase()
    .split(",")
    .map((phrase) => phrase.split(/\s+/).filter((word) => word.length >= shortest))
    .filter((words) => words.length > 0);
  if (phrases.length === 0) return undefined;
  return (found) => phrases.some((words) => words.every((word) => found.toLowerCase().includes(word)));
}

function escapeLetter(letter: string): string {
  return letter.replace(/[\\^$.*+?()[\]{}|/-]/, "\\$&");
}
