import { fileURLToPath } from "node:url";
import { measureBundle } from "@fairlead/contract";
import { expect, it } from "vitest";

const folder = fileURLToPath(new URL("..", import.meta.url));
const bundle = (names: string, entry = "operations") =>
  measureBundle(`export { createVercelCore, ${names} } from "@fairlead/vercel/${entry}";`, folder);

it("a stream adds at most 1 kB gzip to what one operation needs, and following events 5 kB", async () => {
  const [plain, stream, events] = await Promise.all([
    bundle("getProject"),
    bundle("streamRuntimeLogs"),
    bundle("followEvents", "helpers"),
  ]);
  const more = (gzipBytes: number): number => gzipBytes - plain.gzipBytes;
  console.log(`A stream: ${more(stream.gzipBytes)} bytes gzip more. Following events: ${more(events.gzipBytes)}.`);
  expect(more(stream.gzipBytes)).toBeLessThanOrEqual(1000);
  // It reads the deployment, which brings what waits for one.
  expect(more(events.gzipBytes)).toBeLessThanOrEqual(5000);
});

it("who streams nothing carries nothing of it", async () => {
  const { inputs } = await bundle("getProject");
  expect(inputs.filter((input) => /json-lines|follow-lines/.test(input))).toEqual([]);
  expect(
    (await bundle("followEvents", "helpers")).inputs.filter((input) => /json-lines|follow-lines/.test(input)),
  ).toHaveLength(2);
});
