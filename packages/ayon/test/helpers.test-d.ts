import type { Ayon, components } from "@fairlead/ayon";
import {
  type ApplyBatchResult,
  applyBatch,
  applyBatchInBackground,
  type BatchError,
  type BatchOperation,
  type BatchResult,
  findFolder,
  getProjectNames,
  isBatchError,
  newId,
  type PublishedRepresentation,
  type PublishedVersion,
  publishVersion,
} from "@fairlead/ayon/helpers";
import type { Core } from "@fairlead/runtime";
import { describe, expectTypeOf, it } from "vitest";

declare const core: Core;
const project_name = "harbour_short";

describe("the types of a batch", () => {
  it("tie the data of an operation to its kind and its entity", () => {
    const ok: BatchOperation[] = [
      { type: "create", entityType: "folder", entityId: newId(), data: { name: "sh020", folderType: "Shot" } },
      { type: "create", entityType: "version", data: { version: 1, productId: newId(), attrib: { studioTag: 1 } } },
      { type: "update", entityType: "task", entityId: newId(), data: { assignees: [] } },
      { type: "delete", entityType: "workfile", entityId: newId(), force: true },
    ];
    expectTypeOf(ok).toExtend<readonly BatchOperation[]>();
    // @ts-expect-error a folder needs a name
    const nameless: BatchOperation = { type: "create", entityType: "folder", data: { folderType: "Shot" } };
    // @ts-expect-error a version needs its product
    const loose: BatchOperation = { type: "create", entityType: "version", data: { version: 1 } };
    // @ts-expect-error a folder has no assignees
    const wrong: BatchOperation = { type: "update", entityType: "folder", entityId: "1", data: { assignees: [] } };
    // @ts-expect-error a change needs the id
    const whose: BatchOperation = { type: "update", entityType: "folder", data: { label: "x" } };
    // @ts-expect-error nobody can delete a user so
    const who: BatchOperation = { type: "delete", entityType: "user", entityId: "1" };
    // @ts-expect-error a creation forces nothing
    const forced: BatchOperation = { type: "create", entityType: "folder", data: { name: "x" }, force: true };
    expectTypeOf([nameless, loose, wrong, whose, who, forced]).toExtend<readonly BatchOperation[]>();
  });

  it("tell an operation by its two words", () => {
    const read = (operation: BatchOperation) => {
      if (operation.type === "create" && operation.entityType === "version") return operation.data.productId;
      if (operation.type === "update" && operation.entityType === "task") return operation.data.assignees?.[0];
      return operation.type === "delete" ? operation.entityId : undefined;
    };
    expectTypeOf(read).returns.toEqualTypeOf<string | undefined>();
  });

  it("give the same result in both forms, and the BatchError as a value", () => {
    expectTypeOf(applyBatch(core, { project_name, operations: [] })).resolves.toEqualTypeOf<BatchResult>();
    expectTypeOf(applyBatchInBackground(core, { project_name, operations: [] })).resolves.toEqualTypeOf<BatchResult>();
    const look = (outcome: ApplyBatchResult) => {
      if (outcome.ok) return outcome.data.results.length;
      if (outcome.status === 404) expectTypeOf(outcome.error.body).toEqualTypeOf<components["schemas"]["Error"]>();
      if (outcome.status === 0 && isBatchError(outcome.error)) expectTypeOf(outcome.error).toEqualTypeOf<BatchError>();
      return outcome.error.attempts;
    };
    expectTypeOf(look).returns.toEqualTypeOf<number>();
    // @ts-expect-error without results there is nothing to tell
    applyBatch(core, { project_name, operations: [], raiseOnError: true });
  });
});

describe("the types of the other helpers", () => {
  it("are those of the document", () => {
    expectTypeOf(getProjectNames(core, { active: true })).resolves.toEqualTypeOf<string[]>();
    const folder = findFolder(core, { project_name, path: "shots" });
    expectTypeOf(folder).resolves.toEqualTypeOf<components["schemas"]["Folder"] | undefined>();
  });

  it("name all that a version needs", () => {
    const product = { name: "renderMain", type: "render" };
    const published = publishVersion(core, { project_name, folder: "shots/sh010", product, thumbnail: new Blob() });
    expectTypeOf(published).resolves.toEqualTypeOf<PublishedVersion>();
    // @ts-expect-error the product needs a type
    publishVersion(core, { project_name, folder: "shots/sh010", product: { name: "renderMain" } });
    // The version of a representation is the one that is published.
    expectTypeOf<PublishedRepresentation>().not.toHaveProperty("versionId");
    // @ts-expect-error bytes alone don't tell their type
    publishVersion(core, { project_name, folder: "shots", product, thumbnail: new Uint8Array(4) });
  });
});

describe("the methods of a client", () => {
  it("have the types of the functions, without the core", () => {
    expectTypeOf<Ayon["projectNames"]>().returns.resolves.toEqualTypeOf<string[]>();
    expectTypeOf<Ayon["folderByPath"]>().parameter(0).toEqualTypeOf<Parameters<typeof findFolder>[1]>();
    expectTypeOf<Ayon["applyBatch"]>().returns.resolves.toEqualTypeOf<BatchResult>();
    expectTypeOf<Ayon["applyBatch"]["safe"]>().returns.resolves.toEqualTypeOf<ApplyBatchResult>();
    expectTypeOf<Ayon["applyBatchInBackground"]>().returns.resolves.toEqualTypeOf<BatchResult>();
    expectTypeOf<Ayon["publishVersion"]>().returns.resolves.toEqualTypeOf<PublishedVersion>();
  });
});
