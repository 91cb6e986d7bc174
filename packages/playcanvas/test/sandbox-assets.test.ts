import { createHash } from "node:crypto";
import { isBadRequestError, isNotFoundError } from "@fairlead/playcanvas";
import { describe, expect, it } from "vitest";
import { branch } from "./inputs.ts";
import { useSandbox, ways } from "./on-sandbox.ts";

const other = "99999999-9999-9999-9999-999999999999";
const at = { branchId: branch };
const md5 = (text: string): string => createHash("md5").update(text).digest("hex");
const failure = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => "no error",
    (error: unknown) => error,
  );

describe.each(ways)("assets on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("gives 16 of them unless asked for more, each with the hash of its real bytes", async () => {
    const { pc } = world();
    const first = await pc.assets.list({ projectId: 691250, ...at });
    expect(first.result).toHaveLength(16);
    expect(first.pagination).toEqual({ limit: 16, skip: 0, total: 24 });
    const { result } = await pc.assets.list({ projectId: 691250, ...at, limit: 9_007_199_254_740_991 });
    for (const { id, file } of result) {
      if (!file) continue;
      const bytes = await (await pc.assets.getFile({ assetId: id, filename: file.filename, ...at })).arrayBuffer();
      expect([id, createHash("md5").update(new Uint8Array(bytes)).digest("hex"), bytes.byteLength]).toEqual([
        id,
        file.hash,
        file.size,
      ]);
    }
    expect(result.find(({ id }) => id === 31402)?.file?.hash).toBe("c9904aba2f960bea25e0c101d8bce158");
  });

  it("creates one in a folder from a form: kind by the name, address with the branch, bytes to fetch again", async () => {
    const { pc, clock } = world();
    const content = "export const ropes = 2;\n";
    const file = new File([content], "pier.js", { type: "text/javascript" });
    const made = await pc.assets.create({
      body: { name: "pier.js", projectId: 691250, ...at, parent: 31390, preload: true, file },
    });
    const now = new Date(clock.now()).toISOString();
    expect(made).toEqual({
      id: 31422,
      name: "pier.js",
      type: "script",
      state: "ready",
      scope: { type: "project", id: 691250 },
      source: false,
      sourceId: false,
      tags: [],
      preload: true,
      data: { scripts: {}, loading: false, loadingType: 0 },
      file: {
        hash: md5(content),
        filename: "pier.js",
        size: content.length,
        url: `/api/assets/31422/file/pier.js?branchId=${branch}`,
      },
      parent: 31390,
      createdAt: now,
      modifiedAt: now,
    });
    const { data: _, ...listed } = made;
    expect(await pc.assets.get({ assetId: 31422, ...at })).toEqual(listed);
    expect(await (await pc.assets.getFile({ assetId: 31422, filename: "pier.js", ...at })).text()).toBe(content);
  });

  it("creates a folder, and puts things at the root by the text null", async () => {
    const { pc } = world();
    const folder = await pc.assets.create({
      body: { name: "Sounds", projectId: 691250, ...at, type: "folder", parent: "null" },
    });
    expect(folder).toMatchObject({ type: "folder", parent: null, file: null, data: null });
    const inside = await pc.assets.create({
      body: { name: "Bells", projectId: 691250, ...at, type: "folder", parent: folder.id },
    });
    expect(inside.parent).toBe(folder.id);
  });

  it("refuses a parent that is missing, on another branch, or no folder", async () => {
    const { pc } = world();
    const body = { name: "a.js", projectId: 691250, ...at, file: new Blob(["1"]) };
    expect(await failure(pc.assets.create({ body: { ...body, parent: 7 } }))).toSatisfy(isNotFoundError);
    expect(await failure(pc.assets.create({ body: { ...body, parent: 30115 } }))).toSatisfy(isNotFoundError);
    expect(await failure(pc.assets.create({ body: { ...body, parent: 31402 } }))).toSatisfy(isBadRequestError);
    expect(await failure(pc.assets.create({ body: { ...body, projectId: 7 } }))).toSatisfy(isNotFoundError);
    expect(await failure(pc.assets.create({ body: { ...body, branchId: "fog" } }))).toSatisfy(isNotFoundError);
    expect((await pc.assets.list({ projectId: 691250, ...at })).pagination.total).toBe(24);
  });

  it("replaces the content of one branch alone, under the same name", async () => {
    const { pc, clock } = world();
    clock.advance(1000);
    const changed = await pc.assets.update({
      assetId: 31402,
      body: { ...at, file: new Blob(["export const speed = 6;\n"]) },
    });
    expect(changed.file).toEqual({
      hash: "b87b33f810ff25caae8959e28edc737c",
      filename: "boat.js",
      size: 24,
      url: `/api/assets/31402/file/boat.js?branchId=${branch}`,
    });
    expect(changed.modifiedAt).toBe(new Date(clock.now()).toISOString());
    expect(changed.createdAt < changed.modifiedAt).toBe(true);
    const here = await pc.assets.getFile({ assetId: 31402, filename: "boat.js", ...at });
    expect(await here.text()).toBe("export const speed = 6;\n");
    const elsewhere = await pc.assets.getFile({ assetId: 31402, filename: "boat.js", branchId: other });
    expect(await elsewhere.text()).toBe("export const speed = 4;\n");
  });

  it("renames and moves without a file, as the vendor's sync tool does", async () => {
    const { pc } = world();
    const moved = await pc.assets.update({ assetId: 31402, body: { ...at, name: "ferry.js", parent: "null" } });
    expect(moved).toMatchObject({
      name: "ferry.js",
      parent: null,
      tags: ["harbour"],
      file: {
        hash: "c9904aba2f960bea25e0c101d8bce158",
        filename: "ferry.js",
        url: `/api/assets/31402/file/ferry.js?branchId=${branch}`,
      },
    });
    expect(await failure(pc.assets.getFile({ assetId: 31402, filename: "boat.js", ...at }))).toSatisfy(isNotFoundError);
    expect(await (await pc.assets.getFile({ assetId: 31402, filename: "ferry.js", ...at })).text()).toContain(
      "speed = 4",
    );
  });

  it("does not move a folder into itself, and does not find an asset in another project or on a missing branch", async () => {
    const { pc } = world();
    const inner = await pc.assets.create({
      body: { name: "Inner", projectId: 691250, ...at, type: "folder", parent: 31390 },
    });
    expect(await failure(pc.assets.update({ assetId: 31390, body: { ...at, parent: inner.id } }))).toSatisfy(
      isBadRequestError,
    );
    expect(
      await failure(pc.assets.update({ assetId: 31402, body: { ...at, projectId: 690118, name: "a" } })),
    ).toSatisfy(isNotFoundError);
    expect(await failure(pc.assets.update({ assetId: 31402, body: { branchId: "fog", name: "a" } }))).toSatisfy(
      isNotFoundError,
    );
    expect(await failure(pc.assets.update({ assetId: 7, body: { name: "a" } }))).toSatisfy(isNotFoundError);
  });

  it("goes by the name master for the main branch everywhere, and refuses a branch that the project has not", async () => {
    const { pc } = world();
    const master = { branchId: "master" };
    expect(await pc.assets.list({ projectId: 691250, ...master })).toEqual(
      await pc.assets.list({ projectId: 691250, ...at }),
    );
    expect(await pc.assets.get({ assetId: 31402, ...master })).toEqual(await pc.assets.get({ assetId: 31402, ...at }));
    expect(await (await pc.assets.getFile({ assetId: 31402, filename: "boat.js", ...master })).text()).toContain(
      "speed",
    );
    await pc.assets.delete({ assetId: 31402, ...master });
    expect(await failure(pc.assets.get({ assetId: 31402, ...at }))).toSatisfy(isNotFoundError);
    for (const branchId of ["fog", "c2a5f7d8-1b3e-4c60-8f92-6d4e0b9a7c15"]) {
      expect(await failure(pc.assets.list({ projectId: 691250, branchId }))).toSatisfy(isNotFoundError);
      expect(await failure(pc.assets.get({ assetId: 31403, branchId }))).toSatisfy(isNotFoundError);
      expect(await failure(pc.assets.delete({ assetId: 31403, branchId }))).toSatisfy(isNotFoundError);
    }
  });

  it("changes the main branch where the form names none, or calls it master", async () => {
    const { pc } = world();
    await pc.assets.update({ assetId: 31420, body: { name: "Sea" } });
    expect((await pc.assets.get({ assetId: 31420, ...at })).name).toBe("Sea");
    await pc.assets.update({ assetId: 31420, body: { branchId: "master", name: "Ocean" } });
    expect((await pc.assets.get({ assetId: 31420, ...at })).name).toBe("Ocean");
    expect((await pc.assets.get({ assetId: 31420, branchId: other })).name).toBe("Water");
  });

  it("deletes a folder with all that is in it, on that branch alone", async () => {
    const { pc } = world();
    const inner = await pc.assets.create({
      body: { name: "Inner", projectId: 691250, ...at, type: "folder", parent: 31390 },
    });
    await pc.assets.create({
      body: { name: "deep.js", projectId: 691250, ...at, parent: inner.id, file: new Blob(["1"]) },
    });
    await pc.assets.delete({ assetId: 31390, ...at });
    const { result } = await pc.assets.list({ projectId: 691250, ...at, limit: 100 });
    expect(result.filter(({ id, parent }) => id === 31390 || parent === 31390 || parent === inner.id)).toEqual([]);
    expect(await failure(pc.assets.get({ assetId: 31402, ...at }))).toSatisfy(isNotFoundError);
    expect((await pc.assets.get({ assetId: 31402, branchId: other })).parent).toBe(31390);
  });

  it("has no file for a folder or a material", async () => {
    const { pc } = world();
    expect(await failure(pc.assets.getFile({ assetId: 31390, filename: "Scripts", ...at }))).toSatisfy(isNotFoundError);
    expect(await failure(pc.assets.getFile({ assetId: 31420, filename: "Water", ...at }))).toSatisfy(isNotFoundError);
    expect(await failure(pc.assets.getFile({ assetId: 7, filename: "a.js", ...at }))).toSatisfy(isNotFoundError);
  });
});
