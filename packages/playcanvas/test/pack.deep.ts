import { fileURLToPath } from "node:url";
import {
  installedPackages,
  type PackedConsumer,
  packedConsumer,
  type RecordingServer,
  recordRequests,
  typeErrors,
} from "@fairlead/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** What a user's first file looks like; it is type-checked and run as it stands. */
const source = (baseUrl: string) => `
import { createPlayCanvas, isNotFoundError } from "@fairlead/playcanvas";
import { createPlayCanvasCore, getJob } from "@fairlead/playcanvas/operations";
import { unzip } from "@fairlead/runtime/node";

const baseUrl = "${baseUrl}";
const pc = createPlayCanvas({ auth: "a-secret-token", baseUrl });
const job = await pc.jobs.get({ id: 5120 });
const again = await getJob.safe(createPlayCanvasCore({ auth: "a-secret-token", baseUrl }), { id: 5120 });
console.log(job.status, again.ok && again.data.id, isNotFoundError(new Error()), typeof unzip);
`;

let server: RecordingServer;
let consumer: PackedConsumer;
beforeAll(async () => {
  server = await recordRequests(200, { id: 5120, status: "running" });
  consumer = await packedConsumer([path("../../runtime"), path("..")]);
});
afterAll(async () => {
  await consumer[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

describe("the packed package, installed with npm", () => {
  it("brings the runtime, openapi-fetch and yauzl with it, and no mock", async () => {
    expect(await installedPackages(consumer.folder)).toEqual([
      "@fairlead/playcanvas",
      "@fairlead/runtime",
      "openapi-fetch",
      "openapi-typescript-helpers",
      "pend",
      "yauzl",
    ]);
  });

  const compilers = {
    "TypeScript 5.9": path("../../codegen/node_modules/.bin/tsc"),
    "TypeScript 7": path("../node_modules/.bin/tsc"),
  };
  for (const [name, tsc] of Object.entries(compilers)) {
    for (const moduleResolution of ["nodenext", "bundler"] as const) {
      it(`type-checks with ${name}, ${moduleResolution}, declarations included`, async () => {
        expect(typeErrors(await consumer.typecheck({ tsc, moduleResolution }, source(server.url)))).toEqual([]);
      });
    }
    it(`refuses a wrong input with ${name}`, async () => {
      const wrong = source(server.url).replace("{ id: 5120 }", '{ id: "5120" }');
      const output = await consumer.typecheck({ tsc, moduleResolution: "nodenext" }, wrong);
      expect(typeErrors(output).join()).toContain("is not assignable to type 'number'");
    });
  }

  it("runs on the machine's own Node", async () => {
    console.log(`The machine's Node is ${consumer.nodeVersion}.`);
    expect(await consumer.run(source(server.url))).toBe("running 5120 false function\n");
    expect(server.requests.map(({ url }) => url)).toEqual(["/api/jobs/5120", "/api/jobs/5120"]);
  });
});
