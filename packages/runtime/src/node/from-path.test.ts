import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rejection } from "../../test/support/client.ts";
import { RequestError } from "../errors/request/request-error.ts";
import { fromPath } from "./from-path.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fairlead-from-"));
});

afterAll(() => rm(folder, { recursive: true }));

test("gives a File with the bytes, the base name and the media type", async () => {
  await writeFile(join(folder, "hall 1.png"), "png bytes");
  const file = await fromPath(join(folder, "hall 1.png"), { type: "image/png" });
  expect(file).toBeInstanceOf(File);
  expect([file.name, file.size, file.type]).toEqual(["hall 1.png", 9, "image/png"]);
  // As often as a request is sent.
  for (let time = 0; time < 3; time++) expect(await new Response(file.stream()).text()).toBe("png bytes");
});

test("has no media type of its own, and takes an empty file", async () => {
  await writeFile(join(folder, "empty.png"), "");
  const file = await fromPath(join(folder, "empty.png"));
  expect([file.type, file.size, await file.text()]).toEqual(["", 0, ""]);
});

test("is read when it is sent, and not before", async () => {
  const path = join(folder, "gone.bin");
  await writeFile(path, "bytes");
  const file = await fromPath(path);
  await rm(path);
  expect(await rejection(file.text())).toMatchObject({ name: "NotReadableError" });
});

test.each([
  ["nothing", () => join(folder, "absent.bin"), /fromPath: .*absent\.bin does not exist$/],
  ["a folder", () => folder, /fromPath: .* is a folder$/],
  ["a device", () => "/dev/null", /is no plain file$/],
  ["a file for its folder", () => join(folder, "empty.png", "x.png"), /cannot be read \(ENOTDIR\)$/],
])("%s is a RequestError", async (_, path, message) => {
  const error = (await rejection(fromPath(path()))) as RequestError;
  expect(error).toBeInstanceOf(RequestError);
  expect(error.message).toMatch(message);
});
