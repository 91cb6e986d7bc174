import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseDocument } from "./document.ts";
import { readOperations } from "./operations.ts";

const TEXT = readFileSync(new URL("../../test/museum.json", import.meta.url), "utf8");

/** The operations of the museum, in which a second job, of the exhibits, is read by the same operation as the tours. */
function withSecondJob(states: object, own: object = {}) {
  const document = JSON.parse(TEXT);
  const { jobs } = document["x-behaviors"];
  jobs.photoJob = { ...jobs.tourJob, states: { ...jobs.tourJob.states, ...states } };
  document.paths["/v1/exhibits"].post["x-job"] = { use: "photoJob", ...own };
  return readOperations(parseDocument(JSON.stringify(document), "museum.json"));
}

const watchOf = (operations: ReturnType<typeof readOperations>, id: string) =>
  operations.find((operation) => operation.id === id)?.watch;

describe("the job that an operation watches", () => {
  test("is known to the operation that starts it and to the one that tells its state, and to no other", () => {
    const operations = readOperations(parseDocument(TEXT, "museum.json"));
    expect(
      operations
        .filter(({ watch }) => watch)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(["getTour", "startTour"]);
    expect(watchOf(operations, "getTour")).toMatchObject({ name: "tourJob", status: { id: "getTour" } });
    expect(watchOf(operations, "getTour")).not.toHaveProperty("started");
    expect(watchOf(operations, "startTour")?.started).toMatchObject({
      resultKind: "file",
      result: ["/url", "/data/url"],
    });
  });

  test("is all jobs together where one operation tells the state of several", () => {
    const operations = withSecondJob({ hung: { next: ["complete"], after: { polls: 1 } } });
    const watch = watchOf(operations, "getTour");
    expect(watch?.name.split("+").sort()).toEqual(["photoJob", "tourJob"]);
    expect(Object.keys(watch?.definition.states ?? {})).toEqual(
      expect.arrayContaining(["hung", "running", "complete"]),
    );
    expect(watchOf(operations, "createExhibit")?.name).toBe("photoJob");
  });

  test("is refused where two jobs end one state in different ways", () => {
    expect(() => withSecondJob({ complete: { end: "failure" } })).toThrow(
      "getTour tells the state complete of two jobs, and it ends them in different ways",
    );
  });

  test("leads to its result through the answer of the status operation", () => {
    const [path] = watchOf(readOperations(parseDocument(TEXT, "museum.json")), "getTour")?.resultPaths ?? [];
    expect(path).toEqual([{ name: "url", isRequired: false }]);
  });

  test("may say which schema its result has", () => {
    const operations = withSecondJob({}, { result: "/url", resultSchema: "#/components/schemas/Exhibit" });
    expect(watchOf(operations, "createExhibit")?.started?.resultSchema).toBe("#/components/schemas/Exhibit");
  });

  test("is asked for with the other parameters of the call that its status operation needs", () => {
    const document = JSON.parse(TEXT);
    const [path = ""] = Object.keys(document.paths).filter((one) => document.paths[one].get?.operationId === "getTour");
    const house = { name: "house", in: "query", required: true, schema: { type: "string" } };
    document.paths[path].get.parameters = [...(document.paths[path].get.parameters ?? []), house];
    const read = () => readOperations(parseDocument(JSON.stringify(document), "museum.json"));
    expect(read).toThrow("startTour has no parameter house, which getTour needs to tell of its job");
    const starting = Object.values<Record<string, { operationId?: string; parameters?: object[] }>>(document.paths)
      .flatMap((item) => Object.values(item))
      .find(({ operationId }) => operationId === "startTour");
    Object.assign(starting ?? {}, { parameters: [...(starting?.parameters ?? []), house] });
    expect(watchOf(read(), "startTour")?.shared).toEqual(["house"]);
    expect(watchOf(readOperations(parseDocument(TEXT, "museum.json")), "startTour")?.shared).toEqual([]);
  });
});
