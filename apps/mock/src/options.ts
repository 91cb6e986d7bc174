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
  /** Folder whose subfolders are the packages that bring the sandboxes of the APIs. */
  readonly packages: string;
  /** What answers. */
  readonly engine: Engine;
  /** Sandbox: let quotas refuse requests. */
  readonly quotas: boolean;
  /** Sandbox: how time passes, such as `real` or `x60`. */
  readonly clock: string;
  /** Sandbox: file with the token that the control plane asks for. */
  readonly "control-token-file"?: string;
  /** Prism: turn answers that break the document into a 500. */
  readonly errors: boolean;
  /** Prism: make up answers from the schemas instead of serving the examples. */
  readonly dynamic: boolean;
  /** Repeats what is made up: a whole number for the sandbox, any text for Prism. */
  readonly seed?: string;
  /** Print a line for each request. */
  readonly verbose: boolean;
  /** Print {@link help} and start nothing. */
  readonly help: boolean;
}

/** What can answer: the sandbox, which has memory, or Prism, which serves examples. */
export type Engine = (typeof engines)[number];

const engines = ["sandbox", "prism"] as const;

/** The flags that one engine alone understands. */
const flagsOf = { sandbox: ["quotas", "clock", "control-token-file"], prism: ["dynamic", "errors"] } as const;

/** What `--help` prints. */
export const help: string = `Serves the docs and a mock of every API in spec/, each on its own port, until Ctrl-C.

  --engine sandbox  what answers: mocks with memory, where an API has one; Prism for the others (the default)
  --engine prism    Prism for all: it serves the documents' examples and keeps no state
  --seed <value>    what made-up values depend on: a whole number, 1 by default; for Prism any text
  --host <address>  listen on this address instead of 127.0.0.1
  --verbose         print a line for each request
  --spec <folder>   take the documents from here
  --docs <folder>   take the built docs from here
  --packages <folder>
                    take the APIs' sandboxes from here
  --help            print this

 With the sandbox:
  --quotas          let quotas refuse requests; without it they are only counted
  --clock <mode>    real (the default), x60 (sixty times as fast), virtual (moves by the control plane alone)
  --control-token-file <file>
                    the token that the control plane asks for; needed for a --host that others reach

 With Prism:
  --dynamic         make up answers from the schemas instead of serving the examples
  --errors          answer 500 where an example breaks its schema, instead of only reporting it

  PORT_DOCS         port of the docs, 4000 by default; 0 takes a free one
  PORT_<FOLDER>     port of an API: its folder in spec/, in capitals, with _ for -
`;

/**
 * Reads the command line.
 * @throws {UserError} A flag is unknown, lacks its value, or does not go with the engine.
 */
export function readOptions(args: readonly string[]): Options {
  const { values, given } = parse(args);
  const engine = engines.find((each) => each === values.engine);
  if (engine === undefined) throw new UserError(`Unknown engine "${values.engine}"; there is: ${engines.join(", ")}.`);
  for (const other of engines) {
    const flag = other === engine ? undefined : flagsOf[other].find((each) => given.has(each));
    if (flag !== undefined) throw new UserError(`--${flag} needs --engine ${other}; --help lists the flags.`);
  }
  if (engine === "sandbox" && !/^\d{1,15}$/.test(values.seed ?? "1")) {
    throw new UserError(`--seed ${values.seed} is no whole number; only --engine prism takes texts.`);
  }
  return { ...values, engine };
}

function parse(args: readonly string[]) {
  try {
    const { values, tokens } = parseArgs({
      args: [...args],
      tokens: true,
      options: {
        engine: { type: "string", default: "sandbox" },
        spec: { type: "string", default: fileURLToPath(new URL("../../../spec", import.meta.url)) },
        docs: { type: "string", default: fileURLToPath(new URL("../../docs/dist", import.meta.url)) },
        packages: { type: "string", default: fileURLToPath(new URL("../../../packages", import.meta.url)) },
        host: { type: "string", default: "127.0.0.1" },
        quotas: { type: "boolean", default: false },
        clock: { type: "string", default: "real" },
        "control-token-file": { type: "string" },
        errors: { type: "boolean", default: false },
        dynamic: { type: "boolean", default: false },
        seed: { type: "string" },
        verbose: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    return { values, given: new Set(tokens.flatMap((token) => (token.kind === "option" ? [token.name] : []))) };
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new UserError(`${cause.message.split(/\. |\n/, 1)[0]}; --help lists the flags.`, { cause });
  }
}
