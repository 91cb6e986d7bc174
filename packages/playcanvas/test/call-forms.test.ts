import { inspect } from "node:util";
import { describe, expect, inject, it } from "vitest";
import { createPlayCanvas, NotFoundError, UnsafePathError } from "../src/index.ts";
import { createPlayCanvasCore, getJob } from "../src/operations.ts";

const auth = "a-secret-token";
const client = () => createPlayCanvas({ auth, baseUrl: inject("prismUrl") });
const notFound = { headers: { prefer: "code=404" } };

describe("the forms of a call, against the mock", () => {
  it("the bare form gives the data, or throws a typed error", async () => {
    expect((await client().jobs.get({ id: 5120 })).status).toBe("complete");
    await expect(client().jobs.get({ id: 5120 }, notFound)).rejects.toBeInstanceOf(NotFoundError);
  });
  it(".safe gives both outcomes as values", async () => {
    expect(await client().jobs.get.safe({ id: 5120 })).toMatchObject({ ok: true, status: 200, data: { id: 5120 } });
    const failure = await client().jobs.get.safe({ id: 5120 }, notFound);
    expect(failure).toMatchObject({ ok: false, status: 404, error: { operationId: "getJob", code: "not_found" } });
  });
  it(".full gives status, headers and the window of the rate limit beside the data, or throws", async () => {
    const { status, headers, meta } = await client().jobs.get.full({ id: 5120 });
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("application/json");
    expect(meta.rateLimit).toMatchObject({ rateClass: "normal", limit: 120, remaining: 117 });
    await expect(client().jobs.get.full({ id: 5120 }, notFound)).rejects.toBeInstanceOf(NotFoundError);
  });
  it("a standalone function does the same with a core client", async () => {
    const core = createPlayCanvasCore({ auth, baseUrl: inject("prismUrl") });
    expect(await getJob(core, { id: 5120 })).toEqual(await client().jobs.get({ id: 5120 }));
  });
  it("request reaches a path by itself, under the same guards", async () => {
    expect(await client().request("GET", "/api/jobs/5120")).toEqual(await client().jobs.get({ id: 5120 }));
    await expect(client().request("GET", "/api/jobs/../apps")).rejects.toBeInstanceOf(UnsafePathError);
    await expect(client().request("GET", "/api/jobs/5120", {}, notFound)).rejects.toBeInstanceOf(NotFoundError);
  });
  it("raw is openapi-fetch: an HTTP error is a value, a path value that climbs is refused", async () => {
    const { raw } = client();
    const { data } = await raw.GET("/api/jobs/{id}", { params: { path: { id: 5120 } } });
    expect(data?.id).toBe(5120);
    const missing = await raw.GET("/api/jobs/{id}", {
      params: { path: { id: 5120 } },
      headers: { prefer: "code=404" },
    });
    expect(missing.response.status).toBe(404);
    expect(missing.error).toHaveProperty("error");
    await expect(raw.GET("/api/checkpoints/{id}", { params: { path: { id: ".." } } })).rejects.toBeInstanceOf(
      UnsafePathError,
    );
  });
});

describe("the token", () => {
  it("stands in nothing that a client or an error shows", async () => {
    const pc = client();
    const failure = await pc.jobs.get.safe({ id: 5120 }, notFound);
    const error = failure.ok ? undefined : failure.error;
    const shown = [pc, pc.jobs, pc.raw, error].map((value) => `${inspect(value, { depth: 9, showHidden: true })}`);
    const text = [...shown, JSON.stringify(pc), JSON.stringify(error), String(error), error?.stack].join("\n");
    expect(text).toContain("NotFoundError");
    expect(text).not.toContain(auth);
  });
});
