import { inspect } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import {
  ApiError,
  ConnectionError,
  createPlayCanvas,
  isNotFoundError,
  type PlayCanvas,
  ServerError,
} from "../src/index.ts";
import { branch } from "./inputs.ts";
import { useSandbox, ways } from "./on-sandbox.ts";
import { jsonReply, type PainsServer, type Reply, startServer } from "./pains-server.ts";

let server: PainsServer | undefined;
afterEach(async () => {
  await server?.[Symbol.asyncDispose]();
  server = undefined;
});

/** A client of a server that gives each request the same answer. */
async function clientOf(reply: Reply): Promise<PlayCanvas> {
  server = await startServer(() => reply);
  return createPlayCanvas({ auth: "a-secret-token", baseUrl: server.url, retry: false });
}

describe("the outcome of a call to a real server", () => {
  it.each([401, 404, 429, 500, 503])("with %d and an empty body is a failure that has its error", async (status) => {
    const result = await (await clientOf({ status })).jobs.get.safe({ id: 5120 });
    expect(result).toMatchObject({ ok: false, status, error: { status, body: undefined, bodyText: "" } });
    expect(!result.ok && result.error).toBeInstanceOf(ApiError);
    expect(result).not.toHaveProperty("data");
  });

  it("comes by one channel: .safe gives a refusal and a server that is not there as values, the bare form throws both", async () => {
    const pc = await clientOf({ status: 500 });
    const outcomes = async () => [
      await pc.jobs.get.safe({ id: 5120 }).then(({ ok, status }) => ({ ok, status })),
      await pc.jobs.get({ id: 5120 }).then(
        () => undefined,
        (error: Error) => error.constructor,
      ),
    ];
    expect(await outcomes()).toEqual([{ ok: false, status: 500 }, ServerError]);
    await server?.[Symbol.asyncDispose]();
    expect(await outcomes()).toEqual([{ ok: false, status: 0 }, ConnectionError]);
  });

  it("that is thrown is an Error with a stack that leads to the caller, the status and the server's own body", async () => {
    const pc = await clientOf(jsonReply({ error: "no such job" }, 404, { "x-request-id": "r-7" }));
    async function whoCalls(): Promise<unknown> {
      return await pc.jobs.get({ id: 5120 });
    }
    const error = (await whoCalls().catch((thrown: unknown) => thrown)) as ApiError;
    expect(error).toBeInstanceOf(Error);
    expect(isNotFoundError(error)).toBe(true);
    expect(error).toMatchObject({
      status: 404,
      body: { error: "no such job" },
      requestId: "r-7",
      operationId: "getJob",
    });
    expect(error.message).toContain("GET /api/jobs/{id}: 404 no such job");
    expect(error.stack).toContain("whoCalls");
    expect(inspect(error)).toContain("NotFoundError: GET /api/jobs/{id}: 404 no such job");
  });
});

describe("what the document does not know", () => {
  const job = {
    id: 5120,
    status: "paused",
    created_at: "2018-03-01T10:00:00.123456",
    modified_at: "2026-11-02",
    data: { format: "webgpu", shiny: { level: 3 } },
    queue: ["a", null],
  };

  it("is no failure: new members and new values of an enum arrive, and missing ones are no error either", async () => {
    expect(await (await clientOf(jsonReply(job))).jobs.get({ id: 5120 })).toEqual(job);
    await server?.[Symbol.asyncDispose]();
    expect(await (await clientOf(jsonReply({}))).jobs.get({ id: 5120 })).toEqual({});
  });

  it("of dates stays as it is written: text, with or without a zone", async () => {
    const { created_at, modified_at } = await (await clientOf(jsonReply(job))).jobs.get({ id: 5120 });
    expect([created_at, modified_at]).toEqual(["2018-03-01T10:00:00.123456", "2026-11-02"]);
  });
});

describe.each(ways)("an answer of the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("is read by its declared type, and no caller says how: a file, text in JSON, nothing", async () => {
    const { pc } = world();
    const made = await pc.assets.create({
      body: { file: new File(["0123\r\n\0"], "a.bin"), name: "a.bin", projectId: 691250, branchId: branch },
    });
    expect(made.createdAt).toMatch(/^\d{4}-\d\d-\d\dT/);
    const { filename } = made.file as { filename: string };
    const file = await pc.assets.getFile({ assetId: made.id, filename, branchId: branch });
    expect(file).toBeInstanceOf(Blob);
    expect(await file.text()).toBe("0123\r\n\0");
    expect(await pc.assets.delete({ assetId: made.id, branchId: branch })).toBeUndefined();
  });
});
