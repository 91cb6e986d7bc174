import { createHash } from "node:crypto";
import playcanvas from "@fairlead/playcanvas/sandbox";
import { type SandboxSession, startSandbox } from "@fairlead/sandbox";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";

const { tables } = playcanvas;
const types = Object.entries(tables.resources);

async function withSeed<Result>(
  use: (session: SandboxSession<{ playcanvas: typeof playcanvas }>) => Promise<Result>,
): Promise<Result> {
  await using sandbox = await startSandbox({ apis: { playcanvas }, listen: false });
  return await use(sandbox);
}

describe("the seed", () => {
  it("has entities of every kind, and each is valid under its schema", () =>
    withSeed(
      async ({
        api: {
          playcanvas: { store },
        },
      }) => {
        const ajv = new Ajv2020({
          strict: false,
          allErrors: true,
          formats: { "date-time": true, uri: true, binary: true },
        });
        const components = JSON.parse(
          JSON.stringify(tables.schemas).replaceAll("#/components/schemas/", "schemas#/$defs/"),
        );
        ajv.addSchema({ $id: "schemas", $defs: components }, "schemas");
        for (const [type, { schema }] of types) {
          const entities = store.list(type);
          expect([type, entities.length]).not.toEqual([type, 0]);
          if (schema === undefined) continue;
          for (const entity of entities) {
            const valid = ajv.validate(`schemas#/$defs/${schema}`, entity);
            expect([type, entity.id, valid ? "valid" : ajv.errorsText()]).toEqual([type, entity.id, "valid"]);
          }
        }
      },
    ));

  it("lies before the time at which a session's clock begins, so that new things are the newest", () =>
    withSeed(
      async ({
        api: {
          playcanvas: { store },
        },
        clock,
      }) => {
        const times = types.flatMap(
          ([
            type,
            {
              times: { created, modified },
            },
          ]) =>
            store
              .list(type)
              .flatMap((entity) =>
                [created, modified].flatMap((at) => (at === undefined ? [] : [entity[at.slice(1)]])),
              ),
        );
        expect(times.length).toBeGreaterThan(100);
        for (const time of times) expect(Date.parse(time as string)).toBeLessThan(clock.now());
      },
    ));

  it("names only what exists: projects, branches, folders, checkpoints, apps and splats", () =>
    withSeed(
      async ({
        api: {
          playcanvas: { store },
        },
      }) => {
        const exists = (type: string, key: unknown, where = {}): void =>
          expect([type, key, store.get(type, key as string, where) !== undefined]).toEqual([type, key, true]);
        for (const { primary_app } of store.list("Project")) if (primary_app !== null) exists("App", primary_app);
        for (const { projectId, latestCheckpointId, id } of store.list("Branch")) {
          exists("Project", projectId);
          exists("Checkpoint", latestCheckpointId, { branchId: id });
        }
        for (const { branchId } of [...store.list("Checkpoint"), ...store.list("Scene")]) exists("Branch", branchId);
        for (const { branchId, parent } of store.list("Asset")) {
          exists("Branch", branchId);
          if (parent !== null) exists("Asset", parent, { branchId, type: "folder" });
        }
        for (const { splatId } of store.list("SplatUpload")) exists("Splat", splatId);
      },
    ));

  it("has one main branch in each project", () =>
    withSeed(
      async ({
        api: {
          playcanvas: { store },
        },
      }) => {
        for (const { id } of store.list("Project"))
          expect(store.list("Branch", { projectId: id, permanent: true }).map(({ name }) => name)).toEqual(["main"]);
      },
    ));

  it("has assets with the files that they describe", () =>
    withSeed(
      async ({
        api: {
          playcanvas: { store, url, token, fetch },
        },
      }) => {
        const files = store
          .list("Asset")
          .flatMap(({ file }) => (file === null ? [] : [file as Record<string, unknown>]));
        expect(files).toHaveLength(33);
        for (const file of files) {
          const response = await fetch(`${url}${file.url}`, { headers: { authorization: `Bearer ${token()}` } });
          const bytes = new Uint8Array(await response.arrayBuffer());
          const md5 = createHash("md5").update(bytes).digest("hex");
          expect({ ...file, hash: md5, size: bytes.byteLength }).toEqual(file);
        }
      },
    ));
});
