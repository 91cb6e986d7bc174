import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { PrismDocumentError, PrismListenError, startPrism } from "../src/prism.ts";
import { museumDocument, museumFile, send, startMuseum } from "./museum.ts";

test.for([
  ["a file: URL", museumFile],
  ["a file: URL as text", museumFile.href],
  ["a path", fileURLToPath(museumFile)],
  ["a parsed object", museumDocument()],
] as const)("takes the document as %s", async ([, document]) => {
  await using prism = await startPrism({ document });
  expect((await send(`${prism.url}/api/exhibits`)).status).toBe(200);
});

test("leaves a document given as an object unchanged", async () => {
  const document = museumDocument();
  await using _prism = await startPrism({ document });
  expect(document).toEqual(museumDocument());
});

test("several instances of one process keep apart", async () => {
  await using museum = await startMuseum();
  await using clinic = await startPrism({
    document: {
      openapi: "3.1.0",
      info: { title: "Clinic", version: "1.0.0" },
      paths: { "/pets": { get: { responses: { "204": { description: "None." } } } } },
    },
  });
  expect((await send(`${clinic.url}/pets`)).status).toBe(204);
  expect((await send(`${museum.url}/pets`)).status).toBe(404);
  expect((await send(`${museum.url}/api/exhibits`)).status).toBe(200);
});

test("a taken port is a PrismListenError with EADDRINUSE and the port, and the first server goes on", async () => {
  await using first = await startMuseum();
  const port = Number(new URL(first.url).port);
  const error = await startMuseum({ port }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(PrismListenError);
  expect(error).toMatchObject({ code: "EADDRINUSE", port, host: "127.0.0.1" });
  expect(String(error)).toContain(`port ${port} of 127.0.0.1: the port is taken`);
  expect((await send(`${first.url}/api/exhibits`)).status).toBe(200);
});

test("a host of another machine is a PrismListenError that names it", async () => {
  await expect(startMuseum({ host: "192.0.2.1" })).rejects.toThrow(/host is no address of this machine.*EADDRNOTAVAIL/);
});

test("close frees the port, and may be called twice", async () => {
  const first = await startMuseum();
  const port = Number(new URL(first.url).port);
  await first.close();
  await first.close();
  await expect(fetch(first.url)).rejects.toThrow();
  await using second = await startMuseum({ port });
  expect(second.url).toBe(first.url);
});

test("close does not wait for a client that connected and sent nothing", async () => {
  const prism = await startMuseum();
  const socket = connect(Number(new URL(prism.url).port), "127.0.0.1").on("error", () => undefined);
  await once(socket, "connect");
  const gone = once(socket, "close");
  await prism.close();
  await gone;
});

test("a port out of range is a RangeError", async () => {
  await expect(startMuseum({ port: 65_536 })).rejects.toThrow(RangeError);
  await expect(startMuseum({ port: 1.5 })).rejects.toThrow("port is 1.5; it must be a whole number from 0 to 65535");
});

test("an upstream that is no URL is a TypeError", async () => {
  await expect(startMuseum({ upstream: "museum" })).rejects.toThrow(TypeError);
});

test("a document that cannot be used is a PrismDocumentError that names it and says why", async () => {
  const folder = mkdtempSync(join(tmpdir(), "prism-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const text = join(folder, "notes.json");
  writeFileSync(text, "{ not json");
  const empty = { openapi: "3.1.0", info: { title: "Empty", version: "1" }, paths: {} };
  for (const [document, message] of [
    [join(folder, "none.json"), /none\.json: it does not exist; bundle the document first/],
    [folder, /EISDIR/],
    [text, /cannot serve .*notes\.json/],
    ["https://api.example/openapi.json", /local files only: download https:\/\/api\.example/],
    [{ title: "a schema" }, /the given object: Unsupported document format/],
    [empty, /the given object has no operation/],
  ] as const) {
    const error = await startPrism({ document }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PrismDocumentError);
    expect(String(error)).toMatch(message);
  }
});
