import { listApis } from "./apis.ts";
import { curlLine } from "./curl-line.ts";
import { operationsOf } from "./document.ts";
import { help, type Options, readOptions } from "./options.ts";
import { readPort } from "./ports.ts";
import { logRequests } from "./request-log.ts";
import { type SampleRequest, sampleRequest } from "./sample-request.ts";
import { Servers } from "./servers.ts";
import { stopOnSignals } from "./stop-on-signals.ts";
import { type Row, summary, usesColour } from "./summary.ts";
import { UserError } from "./user-error.ts";

const servers = new Servers();
let isStopping = false;

stopOnSignals(
  process,
  async () => {
    isStopping = true;
    await servers.close();
    process.stdout.write(process.stdout.isTTY ? "\nStopped.\n" : "Stopped.\n"); // the terminal shows ^C in front
  },
  () => performance.now(),
);
try {
  await main();
} catch (error) {
  if (!isStopping) await fail(error);
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(help);
    return;
  }
  const docsPort = readPort(process.env, "PORT_DOCS", 4000);
  const apis = listApis(options.spec, process.env);
  const names = new Map<number, string>();

  const docs = await servers.startDocs(options, docsPort);
  names.set(portOf(docs.url), "docs");
  const rows: Row[] = [{ title: "Docs", url: docs.url, variable: "PORT_DOCS" }];
  let curl: string | undefined;
  for (const api of apis) {
    const { url } = await servers.startApi(api, options);
    names.set(portOf(url), api.name);
    const { document, title, variable } = api;
    rows.push({ title, url, operations: operationsOf(document).length, variable });
    const sample: SampleRequest | undefined = sampleRequest(document);
    if (sample !== undefined) curl ??= curlLine(url, sample);
  }
  if (options.verbose) logRequests(names, (line) => process.stdout.write(`${line}\n`));
  process.stdout.write(summary(describe(options), rows, curl, usesColour(process.stdout, process.env)));
}

function describe({ dynamic, seed, errors }: Options): string {
  const source = dynamic ? "values made up from the schemas" : "the documents' examples";
  const details = [dynamic && seed !== undefined ? `seed ${seed}` : "", errors ? "wrong ones as 500" : ""];
  return `Mocks by Prism: ${[source, ...details.filter((detail) => detail !== "")].join(", ")}`;
}

/** Leaves nothing running behind. A failure that is not the user's keeps its stack. */
async function fail(error: unknown): Promise<void> {
  await servers.close();
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

function portOf(url: string): number {
  return Number(new URL(url).port);
}
