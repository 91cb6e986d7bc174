import { describe, expectTypeOf, it } from "vitest";
import type { ApiError, components, FairleadError, PlayCanvas } from "../src/index.ts";

type S = components["schemas"];

declare const pc: PlayCanvas;

describe("the types that people miss", () => {
  it("a call that has not thrown has its data, without a check and without a cast", () => {
    const use = async () => {
      const app = await pc.apps.get({ id: 41 });
      expectTypeOf(app).toEqualTypeOf<S["App"]>();
      expectTypeOf(app.name).toBeString();
    };
    expectTypeOf(use).returns.resolves.toBeVoid();
  });

  it("ok tells data from error, and neither is undefined on its own side", () => {
    const use = async () => {
      const result = await pc.apps.get.safe({ id: 41 });
      if (result.ok) {
        expectTypeOf(result.data).toEqualTypeOf<S["App"]>();
        // @ts-expect-error A success has no error.
        result.error;
        return;
      }
      expectTypeOf(result.error).toExtend<FairleadError>();
      expectTypeOf(result.error.message).toBeString();
      // @ts-expect-error A failure has no data.
      result.data;
      throw result.error;
    };
    expectTypeOf(use).returns.resolves.toBeVoid();
  });

  it("a status leaves one error, with the body that the document gives that status", () => {
    const use = async () => {
      const result = await pc.projects.export.safe({ id: 691250 });
      if (result.status === 404) {
        expectTypeOf(result.ok).toEqualTypeOf<false>();
        expectTypeOf(result.error).toEqualTypeOf<ApiError<404, S["Error"]>>();
        expectTypeOf(result.error.body.error).toBeString();
      } else if (result.status === 200 || result.status === 201) {
        expectTypeOf(result.data).toEqualTypeOf<S["ExportJob"]>();
      } else if (result.status === 0) {
        expectTypeOf(result.error.code).toBeString();
        // @ts-expect-error What has no answer has no body.
        result.error.body;
      } else {
        expectTypeOf(result.status).extract<404 | 200 | 0>().toBeNever();
      }
      // @ts-expect-error No answer has this status.
      if (result.status === 299) return;
    };
    expectTypeOf(use).returns.resolves.toBeVoid();
  });

  it("a file is a Blob, an empty answer undefined, and no option says so", () => {
    const file = { assetId: 88, filename: "a.js", branchId: "b" };
    expectTypeOf(pc.assets.getFile(file)).resolves.toEqualTypeOf<Blob>();
    expectTypeOf(pc.assets.delete({ assetId: 88, branchId: "b" })).resolves.toEqualTypeOf<undefined>();
  });

  it("a form is an object with typed fields, its file a Blob", () => {
    const form: Parameters<typeof pc.assets.create>[0]["body"] = { name: "a.js", projectId: 1, branchId: "b" };
    expectTypeOf<S["NewAsset"]["file"]>().toEqualTypeOf<Blob | undefined>();
    // @ts-expect-error A field of the form is misspelt.
    void pc.assets.create({ body: { name: "a.js", projectid: 1, branchId: "b" } });
    // @ts-expect-error A file is no text.
    void pc.assets.create({ body: { ...form, file: "var a = 1;" } });
    void pc.assets.create({ body: new FormData() });
  });

  it("a date is the text that it is", () => {
    expectTypeOf<S["App"]["created_at"]>().toEqualTypeOf<string>();
    expectTypeOf<S["Checkpoint"]["createdAt"]>().toEqualTypeOf<string>();
  });

  it("a union in an answer is narrowed by its own members", () => {
    const use = async () => {
      const { data } = await pc.checkpoints.create({ body: { projectId: 1, branchId: "b", description: "" } });
      if ("createdAt" in data) expectTypeOf(data).toEqualTypeOf<S["Checkpoint"]>();
      else expectTypeOf(data).toEqualTypeOf<S["CheckpointRequest"]>();
      const { file } = await pc.assets.get({ assetId: 88, branchId: "b" });
      if (file) expectTypeOf(file).toEqualTypeOf<NonNullable<S["Asset"]["file"]>>();
    };
    expectTypeOf(use).returns.resolves.toBeVoid();
  });

  it("a value of an enum that came later is no error of types, and a wrong one in a request is", () => {
    const use = async () => {
      const { status } = await pc.jobs.get({ id: 5120 });
      if (status === "paused") return;
      if (status === "complete") return;
      // @ts-expect-error The request knows its formats.
      await pc.apps.download({ body: { project_id: 1, name: "a", scenes: [1], format: "exe" } });
    };
    expectTypeOf(use).returns.resolves.toBeVoid();
  });
});
