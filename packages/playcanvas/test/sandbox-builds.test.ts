import { isNotFoundError, isRateLimitError } from "@fairlead/playcanvas";
import { describe, expect, it } from "vitest";
import { branch } from "./inputs.ts";
import { useSandbox, type World, ways } from "./on-sandbox.ts";
import { unzipped } from "./unzipped.ts";

const body = { project_id: 691250, name: "Harbour tour", scenes: [1203, 1204], scripts_concatenate: true };

/** The data of a job that has ended by the clock. */
async function ended({ pc, clock }: World, id: number): Promise<Record<string, unknown>> {
  clock.advance("PT4S");
  const { status, data } = await pc.jobs.get({ id });
  expect(status).toBe("complete");
  return data as Record<string, unknown>;
}

const text = async (error: Promise<unknown>): Promise<string> => {
  const caught = await error.catch((reason: unknown) => reason);
  return isNotFoundError(caught) ? (caught.body as { error: string }).error : String(caught);
};

describe.each(ways)("a build on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("is the job of the document's example: running, with its settings under the job's own names", async () => {
    const { pc } = world();
    const job = await pc.apps.download({ body });
    expect(job).toMatchObject({ id: 5120, status: "running", messages: [] });
    expect(job.data).toEqual({
      project_id: 691250,
      owner_id: 20417,
      branch_id: branch,
      name: "Harbour tour",
      scenes: [1203, 1204],
      format: "static",
      concatenate: true,
      minify: true,
      sourcemaps: false,
      optimize_scene_format: false,
      preload_bundle: false,
      engineVersion: "2.13.0",
    });
    expect(job).not.toHaveProperty("url");
  });

  it("completes on the second look even though no time passes, and changes no more", async () => {
    const { pc } = world();
    const { id } = await pc.apps.download({ body });
    expect((await pc.jobs.get({ id })).status).toBe("running");
    const complete = await pc.jobs.get({ id });
    expect(complete).toMatchObject({ status: "complete", data: { name: "Harbour tour" } });
    expect(await pc.jobs.get({ id })).toEqual(complete);
  });

  it("is a ZIP with the files that tools expect, and the assets' real bytes", async () => {
    const here = world();
    const { id } = await here.pc.apps.download({ body });
    const { download_url } = (await ended(here, id)) as { download_url: string };
    expect(new URL(download_url).pathname).toMatch(/\/harbour-tour\.zip$/);
    const response = await here.fetch(download_url);
    expect(response.headers.get("content-type")).toBe("application/zip");
    const files = await unzipped(response);

    expect(Object.keys(files)).toEqual(
      expect.arrayContaining([
        "index.html",
        "playcanvas-stable.min.js",
        "__settings__.js",
        "__modules__.js",
        "__start__.js",
        "__loading__.js",
        "config.json",
        "1203.json",
        "1204.json",
        "manifest.json",
        "styles.css",
        "logo.png",
      ]),
    );
    expect(files["index.html"]).toContain("<head>");
    expect(files["__settings__.js"]).toContain('SCENE_PATH = "1203.json"');
    expect(files["__settings__.js"]).toContain('CONFIG_FILENAME = "config.json"');
    expect(files["files/assets/31402/1/boat.js"]).toBe("export const speed = 4;\n");
    const config = JSON.parse(files["config.json"] ?? "") as { scenes: unknown; assets: Record<string, object> };
    expect(config.scenes).toEqual([
      { name: "Quay", url: "1203.json" },
      { name: "Lighthouse", url: "1204.json" },
    ]);
    expect(config.assets["31402"]).toMatchObject({
      name: "boat.js",
      file: { hash: "c9904aba2f960bea25e0c101d8bce158", url: "files/assets/31402/1/boat.js" },
    });
    expect(config.assets["31420"]).toMatchObject({ type: "material", file: null });
  });

  it("holds what the branch had when it started, whatever is changed while it runs", async () => {
    const here = world();
    const { id } = await here.pc.apps.download({ body });
    await here.pc.assets.update({
      assetId: 31402,
      body: { branchId: branch, file: new Blob(["export const speed = 9;\n"]) },
    });
    const { download_url } = (await ended(here, id)) as { download_url: string };
    const files = await unzipped(await here.fetch(download_url));
    expect(files["files/assets/31402/1/boat.js"]).toBe("export const speed = 4;\n");
  });

  it("as npm is the source of a Vite project", async () => {
    const here = world();
    const { id, data } = await here.pc.apps.download({ body: { ...body, format: "npm", branch_id: "master" } });
    expect(data).toMatchObject({ format: "npm", branch_id: branch });
    const { download_url } = (await ended(here, id)) as { download_url: string };
    const files = await unzipped(await here.fetch(download_url));
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining([
        "src/main.mjs",
        "src/bootstrap/start.mjs",
        "src/scripts/31402/boat.js",
        "src/data/config.json",
        "src/data/scenes/1203.json",
        "public/assets/31410/tide-table.json",
        "public/manifest.json",
        "public/styles.css",
      ]),
    );
  });

  it("names the project, the branch or the scene that does not exist, or is another project's", async () => {
    const { pc, clock } = world();
    expect(await text(pc.apps.download({ body: { ...body, project_id: 7 } }))).toContain("Project 7");
    expect(await text(pc.apps.download({ body: { ...body, branch_id: "fog" } }))).toContain("Branch fog");
    expect(await text(pc.apps.download({ body: { ...body, scenes: [1203, 9] } }))).toContain("Scene 9");
    expect(await text(pc.apps.download({ body: { ...body, scenes: [1102] } }))).toContain("Scene 1102");
    expect(await text(pc.apps.download({ body: { ...body, scenes: [1205] } }))).toContain("branch main");
    clock.advance("PT1M"); // the refused ones burned the quota
    expect((await pc.apps.download({ body })).id).toBe(5120);
  });

  it("takes the body of the vendor's own script, with its empty texts and placeholder branch", async () => {
    const { pc } = world();
    const job = await pc.apps.download({
      body: {
        ...body,
        branch_id: "99999999-9999-9999-9999-999999999999",
        description: "",
        version: "",
        release_notes: "",
        engine_version: "",
        preload_bundle: true,
      },
    });
    expect(job.data).toMatchObject({ engineVersion: "2.13.0", preload_bundle: true });
  });

  it("fails with the message that was planned, and without an address", async () => {
    const { pc, jobs } = world();
    jobs.plan({ operationId: "downloadApp", end: "error", message: "Could not export" });
    const { id } = await pc.apps.download({ body });
    await pc.jobs.get({ id });
    const job = await pc.jobs.get({ id });
    expect(job).toMatchObject({ id, status: "error", messages: ["Could not export"] });
    expect(job.data).not.toHaveProperty("download_url");
  });

  it("is refused when the strict quota is used up, until its minute is over", async () => {
    const { pc, clock } = world();
    for (let count = 0; count < 5; count += 1) await pc.apps.download({ body });
    expect(isRateLimitError(await pc.apps.download({ body }).catch((error: unknown) => error))).toBe(true);
    clock.advance("PT1M");
    expect((await pc.apps.download({ body })).status).toBe("running");
  });
});

describe.each(ways)("an export on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("answers 200 as the vendor's script demands, with or without a body", async () => {
    const { pc } = world();
    const { status, data } = await pc.projects.export.full({ id: 691250 });
    expect(status).toBe(200);
    expect(data).toMatchObject({ status: "running", data: { project: { id: 691250 } } });
    expect((await pc.projects.export.full({ id: 691250, body: {} })).status).toBe(200);
  });

  it("becomes an archive of the branch under data.url", async () => {
    const here = world();
    const { id } = await here.pc.projects.export({ id: 691250, body: { branch_id: branch } });
    const data = await ended(here, id);
    expect(Object.keys(data).sort()).toEqual(["project", "url"]);
    const files = await unzipped(await here.fetch(data.url as string));
    expect(JSON.parse(files["project.json"] ?? "")).toEqual({ id: 691250, name: "Harbour tour", branch: "main" });
    expect(files["scenes/1204.json"]).toContain("Lighthouse");
    expect(files["assets/31410/tide-table.json"]).toContain("high");
  });

  it("needs a project and one of its branches", async () => {
    const { pc } = world();
    expect(await text(pc.projects.export({ id: 7 }))).toContain("Project 7");
    expect(await text(pc.projects.export({ id: 690118, body: { branch_id: branch } }))).toContain(`Branch ${branch}`);
  });
});

describe.each(ways)("published apps on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("have a primary one, which the other project lacks", async () => {
    const { pc } = world();
    expect(await pc.apps.getPrimary({ projectId: 691250 })).toEqual(await pc.apps.get({ id: 41 }));
    expect(await text(pc.apps.getPrimary({ projectId: 690118 }))).toContain("no primary app");
    expect(await text(pc.apps.getPrimary({ projectId: 7 }))).toContain("Project 7");
  });
});
