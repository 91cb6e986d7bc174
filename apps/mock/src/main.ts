import type { Sandbox } from "@fairlead/sandbox";
import { keepMemorySmall } from "@fairlead/sandbox/node";
import { type Api, listApis } from "./apis.ts";
import { curlLine } from "./curl-line.ts";
import { operationsOf } from "./document.ts";
import { help, type Options, readOptions } from "./options.ts";
import { readPort } from "./ports.ts";
import { logRequests } from "./request-log.ts";
import { type SampleRequest, sampleRequest, sampleRequests } from "./sample-request.ts";
import { loadSandboxApis } from "./sandbox-apis.ts";
import { Servers } from "./servers.ts";
import { stopOnSignals } from "./stop-on-signals.ts";
import { type Row, summary, usesColour } from "./summary.ts";
import { UserError } from "./user-error.ts";

keepMemorySmall();
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

  const modules = options.engine === "sandbox" ? await loadSandboxApis(apis, options.packages) : {};
  const docs = await servers.startDocs(options, docsPort);
  names.set(portOf(docs.url), "docs");
  const withMemory = apis.filter(({ name }) => name in modules);
  const sandbox = withMemory.length === 0 ? undefined : await servers.startSandbox(withMemory, modules, options);
  const rows: Row[] = [{ title: "Docs", url: docs.url, variable: "PORT_DOCS" }];
  let curl: string | undefined;
  for (const api of apis) {
    const { document, title, variable, name } = api;
    const url = sandbox?.api[name]?.url ?? (await servers.startPrism(api, options)).url;
    names.set(portOf(url), name);
    const byPrism = options.engine === "sandbox" && !(name in modules);
    const operations = operationsOf(document).length;
    rows.push({ title: byPrism ? `${title} (by Prism)` : title, url, operations, variable });
    const sample = name in modules ? await answered(sandbox, api) : sampleRequest(document);
    if (sample !== undefined) curl ??= curlLine(url, sample);
  }
  const violations = (id: string): readonly string[] =>
    sandbox?.journal.list().find((entry) => entry.id === id)?.violations ?? [];
  if (options.verbose) logRequests(names, (line) => process.stdout.write(`${line}\n`), violations);
  process.stdout.write(summary(describe(options), rows, curl, usesColour(process.stdout, process.env)));
}

/** The first sample request that the sandbox answers with 200, tried in a session of its own. */
async function answered(sandbox: Sandbox | undefined, { name, document }: Api): Promise<SampleRequest | undefined> {
  await using session = sandbox?.session();
  const api = session?.api[name];
  for (const sample of sampleRequests(document)) {
    const response = await api?.fetch(`${api.url}${sample.target}`, { headers: sample.headers });
    if (response?.status === 200) return sample;
  }
  return undefined;
}

function describe({ engine, quotas, clock, dynamic, seed, errors }: Options): string {
  if (engine === "sandbox") {
    return `Mocks with memory: clock ${clock}, quotas ${quotas ? "on" : "off"}, seed ${seed ?? "1"}`;
  }
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
