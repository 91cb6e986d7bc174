import { describe, expectTypeOf, it } from "vitest";
import type { Ayon, BinaryBody, components } from "../src/index.ts";
import type * as operations from "../src/operations.ts";
import type { Bound, Facts, Standalone } from "./types/facts.ts";

type S = components["schemas"];

declare const ay: Ayon;

describe("the types of reviewables, files and thumbnails", () => {
  it("listReviewables", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"]; version_id: S["Id"] },
      S["VersionReviewables"],
      200,
      400 | 401 | 403 | 404
    >;
    expectTypeOf<Bound<typeof ay.reviewables.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listReviewables>>().toEqualTypeOf<Expected>();
  });
  it("uploadReviewable", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"]; version_id: S["Id"] } & { label?: string } & { "X-File-Name": string } & {
        body: BinaryBody;
      },
      S["Reviewable"],
      200,
      400 | 401 | 403 | 404
    >;
    expectTypeOf<Bound<typeof ay.reviewables.upload>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.uploadReviewable>>().toEqualTypeOf<Expected>();
  });
  it("uploadFile", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"] } & {
        "X-File-Name": string;
        "X-File-ID"?: S["Id"];
        "X-Activity-ID"?: S["Id"];
      } & { body: BinaryBody },
      S["CreatedFile"],
      201,
      400 | 401 | 403 | 404
    >;
    expectTypeOf<Bound<typeof ay.files.upload>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.uploadFile>>().toEqualTypeOf<Expected>();
  });
  it("downloadFile", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"]; file_id: S["Id"] } & { Range?: string; "If-Range"?: string },
      Blob,
      200 | 206,
      302 | 400 | 401 | 403 | 404 | 416,
      { 302: undefined } // only where a redirect can't be followed
    >;
    expectTypeOf<Bound<typeof ay.files.download>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.downloadFile>>().toEqualTypeOf<Expected>();
  });
  it("deleteFile", () => {
    type Expected = Facts<{ project_name: S["ProjectName"]; file_id: S["Id"] }, undefined, 204, 400 | 401 | 403 | 404>;
    expectTypeOf<Bound<typeof ay.files.delete>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteFile>>().toEqualTypeOf<Expected>();
  });
  it("downloadFilePayload", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"]; file_id: S["Id"] } & { Range?: string; "If-Range"?: string },
      Blob,
      200 | 206,
      400 | 401 | 403 | 404 | 416
    >;
    expectTypeOf<Bound<typeof ay.files.downloadPayload>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.downloadFilePayload>>().toEqualTypeOf<Expected>();
  });
  it("uploadThumbnail", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"] } & { body: BinaryBody },
      S["StoredThumbnail"],
      200,
      400 | 401 | 403 | 404 | 415
    >;
    expectTypeOf<Bound<typeof ay.thumbnails.upload>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.uploadThumbnail>>().toEqualTypeOf<Expected>();
  });
  it("downloadThumbnail", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"]; thumbnail_id: S["Id"] } & {
        placeholder?: "empty" | "none";
        original?: boolean;
      },
      Blob,
      200 | 203,
      400 | 401 | 403 | 404
    >;
    expectTypeOf<Bound<typeof ay.thumbnails.download>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.downloadThumbnail>>().toEqualTypeOf<Expected>();
  });
  it("uploadVersionThumbnail", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"]; version_id: S["Id"] } & { body: BinaryBody },
      S["StoredThumbnail"],
      200,
      400 | 401 | 403 | 404 | 415
    >;
    expectTypeOf<Bound<typeof ay.thumbnails.uploadForVersion>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.uploadVersionThumbnail>>().toEqualTypeOf<Expected>();
  });
  it("downloadVersionThumbnail", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"]; version_id: S["Id"] } & { placeholder?: "empty" | "none"; original?: boolean },
      Blob,
      200 | 203,
      400 | 401 | 403 | 404
    >;
    expectTypeOf<Bound<typeof ay.thumbnails.downloadForVersion>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.downloadVersionThumbnail>>().toEqualTypeOf<Expected>();
  });
});
