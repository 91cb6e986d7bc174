import type { Clock, DeployProgress, Vercel } from "@fairlead/vercel";
import { createVercelCore, deploy } from "@fairlead/vercel/helpers";
import { folder } from "@fairlead/vercel/node";
import { describe, expect, it } from "vitest";
import { makeFolder, type Tree, writeTree } from "./deploy-folder.ts";
import { useSandbox, type World } from "./on-sandbox.ts";

const project = { name: "tide-table", target: "production" } as const;
const page = (text: string): Tree => ({ "index.html": `<h1>${text}</h1>`, "css/a.css": "a{}", "css/copy.css": "a{}" });

/** A client of the team that keeps to the quota of 600 uploads a minute: its waits move the clock, its limits never pass. */
function patient(client: World["client"], session: World["clock"]): Vercel {
  const clock: Clock = {
    now: () => session.now(),
    after(delayMs, run) {
      if (delayMs > 120_000) return () => {};
      const due = setImmediate(() => {
        session.advance(delayMs);
        run();
      });
      return () => clearImmediate(due);
    },
  };
  const timeouts = { headersMs: 1e6, bodyIdleMs: 1e6, totalMs: 1e6 };
  return client({ slug: "acme", clock, timeouts, retry: { attempts: 3 }, rateLimit: { mode: "pace" } });
}

describe("a deploy over HTTP", () => {
  const world = useSandbox("over HTTP");

  it("of 1,000 files uploads each of them once, and none of them the second time", async () => {
    const { client, clock, journal } = world();
    const vc = patient(client, clock);
    const tree: Tree = Object.fromEntries(
      Array.from({ length: 1000 }, (_, index) => [`pages/${index % 10}/${index}.html`, `<h1>Tide ${index}</h1>`]),
    );
    const files = folder(await makeFolder(tree));
    const startedAt = performance.now();
    const first = await vc.deployments.deploy(files, project);
    const firstMs = performance.now() - startedAt;
    expect(first.deployment).toMatchObject({ readyState: "READY", name: "tide-table" });
    expect(first.deployment.aliasAssigned).toBeTruthy();
    expect(first.uploaded.files).toBe(1000);
    expect(journal.count({ operationId: "uploadFile", status: 200 })).toBe(1000);
    const second = await vc.deployments.deploy(files, { ...project, forceNew: true });
    const secondMs = performance.now() - startedAt - firstMs;
    expect(second.uploaded).toEqual({ files: 0, bytes: 0 });
    expect(journal.count({ operationId: "uploadFile" })).toBe(1000);
    expect(second.deployment.id).not.toBe(first.deployment.id);
    expect(second.files).toEqual(first.files);
    const calls = journal.count({ operationId: "createDeployment" });
    console.log(
      `1,000 files: ${Math.round(firstMs)} ms with 1,000 uploads, again ${Math.round(secondMs)} ms with none; ` +
        `${calls} requests for a deployment.`,
    );
    expect(calls).toBe(3);
    // Two thousand reads and a thousand requests, on machines that do other things too.
  }, 90_000);

  it("of the same files gives the deployment that there is, unless a new one is forced", async () => {
    const { acme, journal } = world();
    const files = folder(await makeFolder(page("same")));
    const first = await acme.deployments.deploy(files, project);
    const looks = journal.count({ operationId: "getDeployment" });
    expect((await acme.deployments.deploy(files, project)).deployment).toEqual(first.deployment);
    // It was finished already, as the answer of the creation says.
    expect(journal.count({ operationId: "getDeployment" })).toBe(looks);
    const forced = await acme.deployments.deploy(files, { ...project, forceNew: true });
    expect(forced.deployment.id).not.toBe(first.deployment.id);
  });

  it("uploads a content that stands in two places once, and only what changed afterwards", async () => {
    const { acme, journal } = world();
    const root = await makeFolder(page("one"));
    const first = await acme.deployments.deploy(folder(root), project);
    expect(first.uploaded).toEqual({ files: 2, bytes: "<h1>one</h1>a{}".length });
    expect(first.files.map(({ file, size }) => [file, size])).toEqual([
      ["css/a.css", 3],
      ["css/copy.css", 3],
      ["index.html", 12],
    ]);
    await writeTree(root, { "index.html": "<h1>other</h1>" });
    const second = await acme.deployments.deploy(folder(root), project);
    expect(second.uploaded).toEqual({ files: 1, bytes: 14 });
    expect(journal.count({ operationId: "uploadFile" })).toBe(3);
  });

  it("keeps modes and links, and deploys nothing that is ignored", async () => {
    const { acme } = world();
    const root = await makeFolder({
      ...{ "bin/run": { data: "#!/bin/sh\n", mode: 0o755 }, "bin/quiet": { data: "1", mode: 0o600 }, empty: "" },
      ...{ "latest.html": { link: "pages/1.html" }, "pages/1.html": "1", "out.txt": { link: "../../outside/secret" } },
      ...{ pages2: { link: "pages" }, gone: { link: "nowhere" }, "node_modules/a/index.js": "no", ".git/HEAD": "no" },
      ...{ ".env.local": "KEY=no", ".vercelignore": "*.log\n!keep.log\n/build/\n", "a.log": "no", "keep.log": "yes" },
      ...{ "build/x.html": "no", "src/build/y.html": "yes" },
    });
    const { deployment } = await acme.deployments.deploy(folder(root), project);
    const seen: [string, string, string][] = [];
    const walk = (nodes: Awaited<ReturnType<typeof acme.deployments.listFiles>>, parent: string) => {
      for (const { name, type, mode, children } of nodes) {
        if (type !== "directory") seen.push([`${parent}${name}`, type, mode.toString(8)]);
        walk((children ?? []) as typeof nodes, `${parent}${name}/`);
      }
    };
    walk(await acme.deployments.listFiles({ id: deployment.id }), "");
    const plain = ((await makeMode()) & 0o777).toString(8);
    expect(seen).toEqual([
      ["bin/quiet", "file", "100600"],
      ["bin/run", "file", "100755"],
      ["empty", "file", `100${plain}`],
      ["gone", "symlink", "120777"],
      ["keep.log", "file", `100${plain}`],
      ["latest.html", "symlink", "120777"],
      ["out.txt", "symlink", "120777"],
      ["pages/1.html", "file", `100${plain}`],
      ["pages2", "symlink", "120777"],
      ["src/build/y.html", "file", `100${plain}`],
    ]);
    const tree = await acme.deployments.listFiles({ id: deployment.id });
    const uid = tree.find(({ name }) => name === "out.txt")?.uid ?? "";
    const { data } = await acme.deployments.getFile({ id: deployment.id, fileId: uid });
    expect(atob(data)).toBe("../../outside/secret");
  });

  it("takes files that are at hand, as text, bytes or Blob", async () => {
    const { acme } = world();
    const { deployment, files } = await acme.deployments.deploy(
      [
        { file: "index.html", data: "<h1>Grüße</h1>" },
        { file: "a.bin", data: new Uint8Array([0, 255, 10]), mode: 0o755 },
        { file: "b.txt", data: new Blob(["b"]) },
      ],
      project,
    );
    expect(files.map(({ mode, size }) => [mode, size])).toEqual([
      [0o100644, 16],
      [0o100755, 3],
      [0o100644, 1],
    ]);
    const sha = files[1]?.sha ?? "";
    expect(await acme.deployments.getFile({ id: deployment.id, fileId: sha })).toEqual({ data: "AP8K" });
  });

  it("tells how far it is, phase by phase, and what is told never shrinks", async () => {
    const { acme } = world();
    const told: DeployProgress[] = [];
    const { deployment, uploaded } = await acme.deployments.deploy(
      folder(await makeFolder({ ...page("progress"), "big.bin": new Uint8Array(300_000) })),
      { ...project, onProgress: (progress) => told.push(progress) },
    );
    const phases = told.map(({ phase }) => phase).filter((phase, index, all) => phase !== all[index - 1]);
    expect(phases).toEqual(["hashing", "creating", "uploading", "creating", "building", "aliasing"]);
    for (const phase of ["hashing", "uploading"]) {
      const steps = told.filter((progress) => progress.phase === phase);
      for (const [index, { files, bytes, total }] of steps.entries()) {
        expect(files).toBeGreaterThanOrEqual(steps[index - 1]?.files ?? 0);
        expect(bytes).toBeGreaterThanOrEqual(steps[index - 1]?.bytes ?? 0);
        expect(files).toBeLessThanOrEqual(total.files);
        expect(bytes).toBeLessThanOrEqual(total.bytes);
      }
      expect(steps.at(-1)).toMatchObject(steps.at(-1)?.total ?? {});
      expect(steps[0]).toMatchObject({ files: 0, bytes: 0 });
    }
    expect(told.findLast(({ phase }) => phase === "uploading")?.total).toEqual(uploaded);
    expect(told.at(-1)?.deployment).toEqual(deployment);
  });

  it("goes on where a listener throws", async () => {
    const { acme } = world();
    const onProgress = () => {
      throw new Error("the bar is gone");
    };
    const { deployment } = await acme.deployments.deploy([{ file: "a.html", data: "1" }], { ...project, onProgress });
    expect(deployment.readyState).toBe("READY");
  });

  it("without a wait ends when the deployment is created", async () => {
    const { acme, journal } = world();
    const { deployment } = await acme.deployments.deploy([{ file: "a.html", data: "2" }], { ...project, wait: false });
    expect(deployment.readyState).toBe("QUEUED");
    expect(journal.count({ operationId: "getDeployment" })).toBe(0);
  });

  it("passes on what a deployment takes besides its files, and the team of a call", async () => {
    const { own } = world();
    const { deployment } = await own.deployments.deploy([{ file: "a.html", data: "3" }], {
      name: "pier-light",
      slug: "acme",
      skipAutoDetectionConfirmation: true,
      meta: { release: "7" },
      env: { TIDE: "high" },
      build: { env: { MOON: "full" } },
      gitMetadata: { commitRef: "quay" },
    });
    expect(deployment).toMatchObject({ name: "pier-light", target: null, env: ["TIDE"], build: { env: ["MOON"] } });
    expect(deployment.meta).toEqual({ release: "7", gitCommitRef: "quay" });
    expect(deployment.inspectorUrl).toContain("/acme/");
  });

  it("is a function of a core client or a client too", async () => {
    const { acme, api, clock } = world();
    const auth = "fictional-token-0001";
    const core = createVercelCore({ auth, slug: "acme", baseUrl: api.vercel.url });
    const files = [{ file: "a.html", data: "4" }];
    const { deployment } = await deploy(core, files, { ...project, wait: false });
    clock.advance(60_000);
    const again = await deploy(acme, files, project);
    expect(again.deployment.id).toBe(deployment.id);
  });
});

/** The mode of a file that is written without one. */
async function makeMode(): Promise<number> {
  for await (const { mode } of folder(await makeFolder({ a: "1" }))) return mode ?? 0;
  return 0;
}
