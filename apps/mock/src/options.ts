import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { UserError } from "./user-error.ts";

/** What the command line asks for. */
export interface Options {
  /** Folder whose subfolders are the documents. */
  readonly spec: string;
  /** Folder of the built docs. */
  readonly docs: string;
  /** Address that all servers listen on. */
  readonly host: string;
  /** Turn answers that break the document into a 500. */
  readonly errors: boolean;
  /** Make up answers from the schemas instead of serving the examples. */
  readonly dynamic: boolean;
  /** Repeats what `dynamic` makes up. */
  readonly seed?: string;
  /** Print a line for each request. */
  readonly verbose: boolean;
  /** Print {@link help} and start nothing. */
  readonly help: boolean;
}

/** The engines there are. */
const engines: readonly string[] = ["prism"];

/** What `--help` prints. */
export const help: string = `Serves the docs and a mock of every API in spec/, each on its own port, until Ctrl-C.

  --engine prism    what answers: Prism serves the documents' examples and keeps no state (the default)
  --dynamic         make up answers from the schemas instead of serving the examples
  --seed <text>     repeat what --dynamic makes up
  --errors          answer 500 where an example breaks its schema, instead of only reporting it
  --host <address>  listen on this address instead of 127.0.0.1
  --verbose         print a line for each request
  --spec <folder>   take the documents from here
  --docs <folder>   take the built docs from here
  --help            print this

  PORT_DOCS         port of the docs, 4000 by default; 0 takes a free one
  PORT_<FOLDER>     port of an API: its folder in spec/, in capitals, with _ for -
`;

/**
 * Reads the command line.
 * @throws {UserError} A flag is unknown, lacks its value, or names an engine that does not exist.
 */
export function readOptions(args: readonly string[]): Options {
  const { engine, seed, ...options } = parse(args);
  if (!engines.includes(engine)) {
    throw new UserError(`Unknown engine "${engine}"; there is: ${engines.join(", ")}.`);
  }
  return { ...options, ...(seed === undefined ? {} : { seed }) };
}

function parse(args: readonly string[]): Options & { readonly engine: string } {
  try {
    return parseArgs({
      args: [...args],
      options: {
        engine: { type: "string", default: "prism" },
        spec: { type: "string", default: fileURLToPath(new URL("../../../spec", import.meta.url)) },
        docs: { type: "string", default: fileURLToPath(new URL("../../docs/dist", import.meta.url)) },
        host: { type: "string", default: "127.0.0.1" },
        errors: { type: "boolean", default: false },
        dynamic: { type: "boolean", default: false },
        seed: { type: "string" },
        verbose: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    }).values;
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new UserError(`${cause.message.split(/\. |\n/, 1)[0]}; --help lists the flags.`, { cause });
  }
}
