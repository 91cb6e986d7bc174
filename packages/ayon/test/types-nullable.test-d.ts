import { describe, expectTypeOf, it } from "vitest";
import type { components } from "../src/index.ts";
import type * as operations from "../src/operations.ts";

type S = components["schemas"];

describe("the types tell a null from a member that is left out", () => {
  it("in folders: a list has null where a folder leaves out", () => {
    type Listed = operations.ListFoldersData["folders"][number];
    expectTypeOf<Listed["label"]>().toEqualTypeOf<string | null>();
    expectTypeOf<Listed["parentId"]>().toEqualTypeOf<string | null>();
    expectTypeOf<operations.ListFoldersData["detail"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<operations.GetFolderData["label"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<operations.GetFolderData["parentId"]>().toEqualTypeOf<S["Id"] | undefined>();
    expectTypeOf<operations.GetHierarchyData["hierarchy"][number]["parentId"]>().toEqualTypeOf<string | null>();
  });

  it("in tasks, products, versions, representations and workfiles: none is null", () => {
    expectTypeOf<operations.GetTaskData["label"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<operations.GetTaskData["assignees"]>().toEqualTypeOf<string[]>();
    expectTypeOf<operations.GetProductData["productBaseType"]>().toEqualTypeOf<S["EntityName"] | undefined>();
    expectTypeOf<operations.GetVersionData["version"]>().toEqualTypeOf<number>();
    expectTypeOf<operations.GetVersionData["taskId"]>().toEqualTypeOf<S["Id"] | undefined>();
    expectTypeOf<operations.GetRepresentationData["files"][number]["hash"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<operations.GetRepresentationData["files"][number]["size"]>().toEqualTypeOf<number>();
    expectTypeOf<operations.GetWorkfileData["thumbnailId"]>().toEqualTypeOf<S["Id"] | undefined>();
  });

  it("in attributes of any of these: both, because a studio decides", () => {
    expectTypeOf<operations.GetTaskData["attrib"]["fps"]>().toEqualTypeOf<number | null | undefined>();
    expectTypeOf<operations.GetVersionData["attrib"]["families"]>().toEqualTypeOf<string[] | null | undefined>();
    expectTypeOf<operations.GetFolderData["attrib"]["ofTheStudio"]>().toEqualTypeOf<unknown>();
  });

  it("in batches", () => {
    type Result = operations.ApplyOperationsData["operations"][number];
    expectTypeOf<Result["entityId"]>().toEqualTypeOf<string | null>();
    expectTypeOf<Result["errorCode"]>().toEqualTypeOf<string | null>();
    expectTypeOf<operations.GetBackgroundOperationsData["progress"]>().toEqualTypeOf<number | null>();
    expectTypeOf<operations.GetBackgroundOperationsData["result"]>().toEqualTypeOf<S["OperationResults"] | null>();
  });

  it("in links and activities: what is made answers with its id alone", () => {
    expectTypeOf<operations.CreateLinkData>().toEqualTypeOf<{ id: S["Id"] }>();
    expectTypeOf<operations.CreateActivityData>().toEqualTypeOf<{ id: S["Id"] }>();
    type LinkType = operations.ListLinkTypesData["types"][number];
    expectTypeOf<LinkType["data"]>().toEqualTypeOf<{ [key: string]: unknown } | undefined>();
  });

  it("in reviewables, files and thumbnails", () => {
    type Reviewable = operations.ListReviewablesData["reviewables"][number];
    expectTypeOf<Reviewable["label"]>().toEqualTypeOf<string | null>();
    expectTypeOf<Reviewable["mediaInfo"]>().toEqualTypeOf<S["MediaInfo"] | null>();
    expectTypeOf<operations.UploadReviewableData["createdFrom"]>().toEqualTypeOf<S["Id"] | null>();
    expectTypeOf<operations.UploadFileData>().toEqualTypeOf<{ id: S["Id"] }>();
    type Affected = NonNullable<operations.UploadThumbnailData["affectedEntities"]>[number];
    expectTypeOf<operations.UploadThumbnailData["affectedEntities"]>().toEqualTypeOf<Affected[] | null>();
    expectTypeOf<Affected["thumbnailId"]>().toEqualTypeOf<S["Id"] | null>();
  });

  it("in bundles, settings, secrets and attributes", () => {
    expectTypeOf<operations.ListBundlesData["productionBundle"]>().toEqualTypeOf<string | null>();
    expectTypeOf<operations.ListBundlesData["bundles"][number]["activeUser"]>().toEqualTypeOf<string | null>();
    expectTypeOf<operations.CreateBundleData>().toEqualTypeOf<undefined>();
    expectTypeOf<operations.GetAddonSettingsData>().toEqualTypeOf<{ [key: string]: unknown }>();
    // Only administrators see the values of a list.
    expectTypeOf<operations.ListSecretsData[number]["value"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<operations.GetSecretData["value"]>().toEqualTypeOf<string>();
    type Attribute = operations.ListAttributesData["attributes"][number];
    expectTypeOf<Attribute["data"]["title"]>().toEqualTypeOf<string | null | undefined>();
  });

  it("in sessions, events and the folders of a site", () => {
    expectTypeOf<operations.CreateSessionData["clientInfo"]>().toEqualTypeOf<S["SessionClient"] | null>();
    // A server that has no work answers 204.
    expectTypeOf<operations.EnrollData>().toEqualTypeOf<S["EventJob"] | undefined>();
    expectTypeOf<S["EventJob"]["dependsOn"]>().toEqualTypeOf<S["Id"]>();
    expectTypeOf<operations.GetSiteRootsData[string]>().toEqualTypeOf<string>();
    expectTypeOf<operations.GetProjectAnatomyData["attributes"]["startDate"]>().toEqualTypeOf<
      S["Timestamp"] | null | undefined
    >();
  });

  it("in GraphQL: data may be null, and errors left out", () => {
    expectTypeOf<operations.QueryGraphqlData["data"]>().toEqualTypeOf<{ [key: string]: unknown } | null>();
    expectTypeOf<operations.QueryGraphqlData["errors"]>().toEqualTypeOf<S["GraphqlFailure"][] | undefined>();
  });
});
