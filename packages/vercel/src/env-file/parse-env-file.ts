import { EnvFileError } from "./env-file-error.ts";

/** A variable of a file. */
export interface EnvFileEntry {
  readonly key: string;
  readonly value: string;
  /** The line that it begins on, from 1. */
  readonly line: number;
}

/** A line up to where its value begins. */
const opening = /^[ \t]*(?:export[ \t]+)?([^\s=#'"`]+)[ \t]*=[ \t]*/;

/**
 * The variables of a file such as `.env.local`, in its order. One that stands there twice is given twice; of those, tools
 * take the last. Values are read as `node --env-file` and dotenv do where these agree: quotes may be single, double or
 * backticks, and may go over several lines; `\n` in double quotes is a line break; without quotes, the value ends at a
 * `#` or at the end of the line. No reference such as `$NAME` is put in.
 *
 * Not by `parseEnv` of Node: that tells no lines and only the last of two, and its readings differ from version to version
 * (with 24, an empty value with a blank behind it takes the next line as its own).
 * @throws {EnvFileError} `malformed`: a line is no variable, a quote is not closed, or something follows it. Tools would
 * pass over that or read it in different ways, and a secret with an end that is missing is worse than none.
 */
export function parseEnvFile(text: string): EnvFileEntry[] {
  const lines = text
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .split("\n");
  const entries: EnvFileEntry[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const first = lines[index] ?? "";
    if (/^\s*(#|$)/.test(first)) continue;
    const line = index + 1;
    const [start, key = ""] = opening.exec(first) ?? [];
    if (start === undefined) throw malformed(line, "is no variable: it must look like NAME=value");
    const rest = first.slice(start.length);
    const quote = /^['"`]/.exec(rest)?.[0];
    if (quote === undefined) {
      entries.push({ key, value: trimmed(rest.replace(/#.*$/, "")), line });
      continue;
    }
    let quoted = rest.slice(1);
    while (!quoted.includes(quote)) {
      index += 1;
      if (index === lines.length) throw malformed(line, "begins a quote that nothing closes");
      quoted += `\n${lines[index]}`;
    }
    const end = quoted.indexOf(quote);
    if (!/^[ \t]*(#.*)?$/.test(quoted.slice(end + 1))) throw malformed(line, "has something behind its closing quote");
    const inside = quoted.slice(0, end);
    entries.push({ key, value: quote === '"' ? inside.replaceAll("\\n", "\n") : inside, line });
  }
  return entries;
}

/** Blanks of other scripts belong to a value. */
function trimmed(value: string): string {
  return value.replace(/^[ \t\f\v]+|[ \t\f\v]+$/g, "");
}

function malformed(line: number, why: string): EnvFileError {
  return new EnvFileError(`line ${line} of the file ${why}`, { kind: "malformed", line });
}
