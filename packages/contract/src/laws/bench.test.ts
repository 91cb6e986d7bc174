import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { museumDocument } from "../../test/museum/document.ts";
import { openMuseum } from "../../test/museum/server.ts";
import { museumTables } from "../../test/museum/tables.ts";
import { Bench } from "./bench.ts";
import { must } from "./broken.ts";
import { createLawContext } from "./law-context.ts";

const context = createLawContext({ tables: museumTables, document: museumDocument, seed: 42, runs: 100 });

describe("the bench of a law", () => {
  it("shrinks a counter-example, and names the seed that repeats it", async () => {
    const bench = new Bench("some_law", "getExhibit", openMuseum, context);
    await bench.property(fc.integer({ min: 0, max: 1000 }), async (value) => must(value < 17, `${value} is too much`));
    const [finding] = bench.findings;
    expect(finding?.what).toContain("smallest: 17");
    expect(finding?.what).toContain("seed 42");
    expect(bench.cases).toBeGreaterThan(1);
  });
  it("keeps the request of a finding as a command without the credential", async () => {
    const bench = new Bench("some_law", "getExhibit", openMuseum, context);
    await bench.attempt(async () => {
      const client = await bench.open();
      const answer = await client.call("getExhibit");
      must(answer.status === 418, "no teapot", answer);
    });
    expect(bench.findings).toMatchObject([
      { operation: "getExhibit", what: "no teapot", answer: expect.stringMatching(/^200 \{"/) },
    ]);
    expect(bench.findings[0]?.request).toContain("curl -X GET 'http://museum.localhost/api/wings/1/exhibits/7'");
    expect(JSON.stringify(bench.findings)).not.toContain("token-of-keeper");
  });
  it("tells an operation without a valid request from a broken law", async () => {
    const bench = new Bench(
      "some_law",
      "getExhibit",
      async () => ({ ...(await openMuseum()), entities: () => [] }),
      context,
    );
    await bench.attempt(async () => {
      await (await bench.open()).call("getExhibit");
    });
    expect(bench.findings).toEqual([]);
    expect(bench.underivable).toEqual(["createExhibit needs an entity Wing, and there is none that fits."]);
  });
});
