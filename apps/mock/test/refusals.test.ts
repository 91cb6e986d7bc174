import { expect, test } from "vitest";
import { writeDocs, writeFolder, writeSpec } from "./fixture.ts";
import { freePort, runMock, takenPort } from "./run-mock.ts";

/** Runs into a failure: exit code 1, one line to stderr, nothing to stdout. Gives the line. */
async function refusal(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  const folders = [
    args.includes("--spec") ? [] : ["--spec", writeSpec()],
    args.includes("--docs") ? [] : ["--docs", writeDocs()],
  ];
  const { code, stdout, stderr } = await runMock([...args, ...folders.flat()], env);
  expect({ code, stdout, lines: stderr.split("\n").length - 1 }, stderr).toEqual({ code: 1, stdout: "", lines: 1 });
  return stderr;
}

test("a taken port is named with its variable, and nothing stays running", async () => {
  const taken = await takenPort();
  const docs = await freePort();
  const line = await refusal([], { PORT_DOCS: String(docs), PORT_PET_CLINIC: String(taken) });
  expect(line).toBe(`Port ${taken} is taken: set PORT_PET_CLINIC to another one (0: a free port).\n`);
  await expect(fetch(`http://127.0.0.1:${docs}`)).rejects.toThrow();
});

test("a taken port of the docs is named with its variable", async () => {
  const taken = await takenPort();
  expect(await refusal([], { PORT_DOCS: String(taken) })).toContain(`Port ${taken} is taken: set PORT_DOCS`);
});

test("a port that is none is named with its variable and its value", async () => {
  expect(await refusal([], { PORT_MUSEUM: "http" })).toContain('PORT_MUSEUM is "http": set it to a whole number');
  expect(await refusal([], { PORT_DOCS: "65536" })).toContain('PORT_DOCS is "65536": set it to a whole number');
});

test("an unknown engine is answered with those that exist", async () => {
  expect(await refusal(["--engine", "steam"])).toBe('Unknown engine "steam"; there is: sandbox, prism.\n');
});

test("an unknown flag and a stray word point to --help", async () => {
  expect(await refusal(["--colour"])).toBe("Unknown option '--colour'; --help lists the flags.\n");
  expect(await refusal(["museum"])).toContain("Unexpected argument 'museum'");
});

test("a host of another machine is named", async () => {
  expect(await refusal(["--host", "192.0.2.1"])).toContain("--host 192.0.2.1 is no address of this machine");
});

test("docs that are not built and a missing bundle point to npm start", async () => {
  expect(await refusal(["--docs", writeFolder({})])).toMatch(/no index\.html: run `npm start`/);
  const spec = writeFolder({ "museum/package.json": { fairlead: { port: 4810 } } });
  expect(await refusal(["--spec", spec])).toMatch(/museum.dist.openapi\.json is missing: run `npm start`/);
});

test("a bundle that cannot be served is named", async () => {
  const broken = writeSpec({ "museum/dist/openapi.json": "{ cut off" });
  expect(await refusal(["--spec", broken])).toMatch(/museum.dist.openapi\.json cannot be read/);
  const other = writeSpec({ "museum/dist/openapi.json": { title: "a schema" } });
  expect(await refusal(["--spec", other])).toMatch(/museum.dist.openapi\.json: Unsupported document format/);
});

test("a folder without an API, and a port in package.json that is none, are named", async () => {
  expect(await refusal(["--spec", writeFolder({})])).toContain("No API in");
  const spec = writeSpec({ "museum/package.json": { fairlead: { port: "4810" } } });
  expect(await refusal(["--spec", spec])).toMatch(/fairlead\.port in .*museum.package\.json must be a whole number/);
});

test("--help lists flags and variables, and starts nothing", async () => {
  const { code, stdout } = await runMock(["--help"]);
  expect(code).toBe(0);
  for (const word of [
    "--engine",
    "--quotas",
    "--clock",
    "--packages",
    "--errors",
    "--dynamic",
    "--seed",
    "--host",
    "--verbose",
    "PORT_DOCS",
  ]) {
    expect(stdout).toContain(word);
  }
});
