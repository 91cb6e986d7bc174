import { appendFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { assertNoSecrets } from "@fairlead/runtime/testing";
import {
  isAbortedError,
  isBadRequestError,
  isConnectionError,
  isFileChangedError,
  isPermissionDeniedError,
  isRequestError,
  isWaiterAbortedError,
  isWaiterFailedError,
  isWaiterTimeoutError,
} from "@fairlead/vercel";
import { folder } from "@fairlead/vercel/node";
import { describe, expect, it } from "vitest";
import { makeFolder } from "./deploy-folder.ts";
import { failure } from "./failure.ts";
import { useSandbox, type World } from "./on-sandbox.ts";

const project = { name: "tide-table", target: "production" } as const;
const files = [
  { file: "index.html", data: "<h1>Ebb</h1>" },
  { file: "flood.html", data: "<h1>Flood</h1>" },
];

type Send = (request: Request) => Promise<Response>;

/** A client of the team whose requests pass through something on their way. */
function through({ client }: World, wrap: (request: Request, send: Send) => Promise<Response>, retry = 1) {
  const send: Send = (request) => fetch(request);
  return client({
    slug: "acme",
    retry: { attempts: retry },
    random: () => 0.99,
    fetch: (url, init) => wrap(new Request(url, { ...init, duplex: "half" } as RequestInit), send),
  });
}

const isUpload = ({ url }: Request) => new URL(url).pathname.endsWith("/v2/files");
const isCreate = ({ url, method }: Request) => method === "POST" && url.includes("/v13/deployments");
const lost = () => {
  throw new TypeError("fetch failed", { cause: Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }) });
};

describe("a deploy that meets trouble", () => {
  const world = useSandbox("over HTTP");

  it("uploads a file again whose upload was cut off", async () => {
    const here = world();
    const cut = new Set<string>();
    const vc = through(
      here,
      async (request, send) => {
        const sha = request.headers.get("x-vercel-digest") ?? "";
        if (!isUpload(request) || cut.has(sha)) return send(request);
        cut.add(sha);
        // Half of the body goes, and then the connection.
        const reader = request.body?.getReader();
        await reader?.read();
        // So long that the second piece is told too, and again the first one of the next attempt.
        here.clock.advance(150);
        await reader?.read();
        await reader?.cancel();
        return lost();
      },
      3,
    );
    const told: number[] = [];
    const large = [...files, { file: "large.bin", data: new Uint8Array(200_000) }];
    const { uploaded, deployment } = await vc.deployments.deploy(large, {
      ...project,
      onProgress: ({ phase, bytes }) => void (phase === "uploading" && told.push(bytes)),
    });
    expect([uploaded.files, cut.size, deployment.readyState]).toEqual([3, 3, "READY"]);
    // What was sent twice is told once.
    expect(told).toEqual(told.toSorted((one, other) => one - other));
    expect(told.at(-1)).toBe(uploaded.bytes);
    expect(here.journal.count({ operationId: "uploadFile" })).toBe(3);
  });

  it("asks again where the answer about the deployment is lost, and makes no second one", async () => {
    const here = world();
    let isLost = false;
    const vc = through(here, async (request, send) => {
      const response = await send(request);
      if (!isCreate(request) || !response.ok || isLost) return response;
      isLost = true;
      return lost();
    });
    const before = here.api.vercel.store.list("Deployment").length;
    const { deployment } = await vc.deployments.deploy(files, project);
    expect([isLost, deployment.readyState]).toEqual([true, "READY"]);
    expect(here.api.vercel.store.list("Deployment").length).toBe(before + 1);
  });

  it("does not ask again where a new deployment is forced, because there would be two", async () => {
    const here = world();
    const vc = through(here, async (request, send) => {
      const response = await send(request);
      return isCreate(request) && response.ok ? lost() : response;
    });
    const before = here.api.vercel.store.list("Deployment").length;
    const error = await failure(vc.deployments.deploy(files, { ...project, forceNew: true }));
    expect(isConnectionError(error)).toBe(true);
    expect(here.api.vercel.store.list("Deployment").length).toBe(before + 1);
  });

  it("gives up where the answer is lost again and again", async () => {
    const here = world();
    let asked = 0;
    const vc = through(here, async (request, send) => {
      if (!isCreate(request)) return send(request);
      asked++;
      return lost();
    });
    expect(isConnectionError(await failure(vc.deployments.deploy(files, project)))).toBe(true);
    expect(asked).toBe(3);
  });

  it("gives up where the server goes on to miss what was uploaded", async () => {
    const here = world();
    let uploads = 0;
    const vc = through(here, async (request, send) => {
      if (!isUpload(request)) return send(request);
      uploads++;
      return Response.json({ urls: [] });
    });
    const error = await failure(vc.deployments.deploy(files, project));
    expect(error).toMatchObject({ status: 400, body: { error: { code: "missing_files" } } });
    expect(uploads).toBe(6);
  });

  it("does not upload what nobody has when the server misses something else", async () => {
    const vc = through(world(), async (request, send) =>
      isCreate(request)
        ? Response.json({ error: { code: "missing_files", message: "no", missing: ["0".repeat(40)] } }, { status: 400 })
        : send(request),
    );
    expect(isBadRequestError(await failure(vc.deployments.deploy(files, project)))).toBe(true);
  });

  it("ends with the refusal of the server as it is", async () => {
    const { acme, client } = world();
    const error = await failure(acme.deployments.deploy(files, { name: "new-quay" }));
    expect(error).toMatchObject({ status: 400, body: { error: { code: "missing_project_settings" } } });
    const wrong = await failure(client({ auth: "short", slug: "acme" }).deployments.deploy(files, project));
    expect(isPermissionDeniedError(wrong) || isBadRequestError(wrong)).toBe(true);
  });

  it("ends where the build fails, with what the server says and the deployment", async () => {
    const { acme, jobs } = world();
    jobs.plan({ operationId: "createDeployment", end: "ERROR", message: "The quay is closed" });
    const error = await failure(acme.deployments.deploy(files, project));
    expect(error).toSatisfy(isWaiterFailedError);
    expect(error).toMatchObject({ message: expect.stringContaining("The quay is closed"), state: "ERROR" });
    expect(error).toHaveProperty("resource.id", expect.stringMatching(/^dpl_/));
  });

  it("ends where its hosts can't be assigned, or the check of them fails", async () => {
    const aliasError = { code: "cert_missing", message: "There is no certificate" };
    const cases: [object, string][] = [
      [{ aliasError }, "There is no certificate"],
      [{ checks: { "deployment-alias": { state: "failed" } } }, "deployment-alias failed"],
    ];
    for (const [more, text] of cases) {
      const vc = through(world(), async (request, send) => {
        const response = await send(request);
        if (request.method !== "GET") return response;
        const deployment = await response.json();
        return Response.json({ ...deployment, aliasAssigned: false, ...(deployment.readyState === "READY" && more) });
      });
      const error = await failure(vc.deployments.deploy(files, project));
      expect(error).toSatisfy(isWaiterFailedError);
      expect(error).toMatchObject({ message: expect.stringContaining(text), state: "READY" });
    }
  });

  it("waits until its hosts lead to it, later than the build", async () => {
    let looks = 0;
    const vc = through(world(), async (request, send) => {
      const response = await send(request);
      if (request.method !== "GET") return response;
      const deployment = await response.json();
      if (deployment.readyState === "READY") looks++;
      return Response.json({ ...deployment, ...(looks < 3 && { aliasAssigned: false }) });
    });
    const { deployment } = await vc.deployments.deploy(files, project);
    expect([looks, typeof deployment.aliasAssigned]).toEqual([3, "boolean"]);
  });

  it("is given up after its time, and the deployment goes on", async () => {
    const { acme } = world();
    const error = await failure(acme.deployments.deploy(files, { ...project, maxWaitMs: 5000 }));
    expect(error).toSatisfy(isWaiterTimeoutError);
    const { id } = (error as { lastState: { id: string } }).lastState;
    expect((await acme.deployments.waitUntilReady({ idOrUrl: id })).readyState).toBe("READY");
    const wrong = await failure(acme.deployments.deploy(files, { ...project, maxWaitMs: 0 }));
    expect(wrong).toSatisfy(isRequestError);
  });
});

describe("a file that changes while it is deployed", () => {
  const world = useSandbox("over HTTP");

  it.each([
    ["grows", (path: string) => appendFileSync(path, "more")],
    ["has other bytes of the same length", (path: string) => writeFileSync(path, "<h1>Neap</h1>")],
    ["is gone", (path: string) => rmSync(path)],
  ])("is noticed where it %s, and nothing is deployed", async (_, change) => {
    const { acme, api } = world();
    const root = await makeFolder({ "tide.html": "<h1>Tide</h1>" });
    const before = api.vercel.store.list("Deployment").length;
    let isChanged = false;
    const onProgress = ({ phase }: { phase: string }) => {
      if (phase !== "creating" || isChanged) return;
      isChanged = true;
      change(join(root, "tide.html"));
    };
    const error = await failure(acme.deployments.deploy(folder(root), { ...project, onProgress }));
    expect(error).toSatisfy(isFileChangedError);
    expect(error).toMatchObject({ file: "tide.html", code: "file_changed", retryable: true });
    expect(api.vercel.store.list("Deployment").length).toBe(before);
    if (_ !== "is gone") expect((await acme.deployments.deploy(folder(root), project)).uploaded.files).toBe(1);
  });

  it("is no reason where the server refuses an upload that is as it was", async () => {
    const vc = through(world(), async (request, send) =>
      isUpload(request) ? Response.json({ error: { code: "size", message: "no" } }, { status: 400 }) : send(request),
    );
    const error = await failure(vc.deployments.deploy(folder(await makeFolder({ a: "1" })), project));
    expect(error).toMatchObject({ status: 400, body: { error: { code: "size" } } });
  });
});

describe("a deploy that is aborted", () => {
  const world = useSandbox("over HTTP");

  it.each([
    ["hashing", isAbortedError, 0],
    ["creating", isAbortedError, 0],
    ["uploading", isAbortedError, 0],
    ["building", isWaiterAbortedError, 1],
  ])("while %s ends with the reason, and sends nothing more", async (at, isRight, made) => {
    const { acme, journal, api } = world();
    const stop = new AbortController();
    const reason = new Error("enough");
    const before = api.vercel.store.list("Deployment").length;
    const onProgress = ({ phase }: { phase: string }) => {
      if (phase === at) stop.abort(reason);
    };
    const root = await makeFolder(
      Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`${index}`, `${index}`])),
    );
    const error = await failure(acme.deployments.deploy(folder(root), { ...project, signal: stop.signal, onProgress }));
    expect(error).toSatisfy(isRight);
    expect(error).toMatchObject({ name: "AbortError", reason });
    if (made) expect(error).toHaveProperty("lastState.id", expect.stringMatching(/^dpl_/));
    expect(api.vercel.store.list("Deployment").length).toBe(before + made);
    const sent = journal.count();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(journal.count()).toBe(sent);
  });

  it("before it begins sends nothing", async () => {
    const { acme, journal } = world();
    const error = await failure(acme.deployments.deploy(files, { ...project, signal: AbortSignal.abort("no") }));
    expect(error).toSatisfy(isAbortedError);
    expect(journal.count()).toBe(0);
  });
});

describe("the secrets of a deploy", () => {
  const world = useSandbox("over HTTP");
  const token = "fictional-token-that-nobody-may-see";
  const secrets = [token, "a-tide-that-is-secret", "a-moon-that-is-secret"];
  const more = { ...project, env: { TIDE: secrets[1] ?? "" }, build: { env: { MOON: secrets[2] ?? "" } } };

  it("stand neither in its result nor in what it tells nor in an error", async () => {
    const { client, jobs } = world();
    const vc = client({ auth: token, slug: "acme" });
    const run = (options: object) => (log: (value: unknown) => void) =>
      vc.deployments.deploy(files, { ...more, onProgress: log, ...options });
    expect(await assertNoSecrets(run({}), secrets)).toMatchObject({ ok: true });
    jobs.plan({ operationId: "createDeployment", end: "ERROR", message: `The build printed ${token}` });
    expect(await assertNoSecrets(run({ forceNew: true, onProgress: undefined }), secrets)).toMatchObject({ ok: false });
    expect(await assertNoSecrets(run({ name: "no-such-project" }), secrets)).toMatchObject({ ok: false });
    expect(await assertNoSecrets(run({ maxWaitMs: 1, forceNew: true }), secrets)).toMatchObject({ ok: false });
  });
});
