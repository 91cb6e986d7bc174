import { describe, expectTypeOf, it } from "vitest";
import type { GraphqlGroup } from "../src/graphql/graphql-group.ts";
import {
  type FileNode,
  type FolderNode,
  type GraphqlError,
  graphql,
  isGraphqlError,
  type JsonText,
  type NodePage,
  queryFolders,
  type VersionNode,
} from "../src/graphql/index.ts";
import type { Core, ListResult, Page } from "../src/index.ts";

declare const core: Core;
declare const gql: GraphqlGroup;

type Found = { me: { name: string } };
/** What graphql-codegen makes: a String with a phantom member. */
declare class Document<Data, Variables> extends String {
  __apiType?: (variables: Variables) => Data;
}
declare const needing: Document<Found, { id: string; first?: number | null }>;
declare const needless: Document<Found, { [name: string]: never }>;
declare const parsed: { kind: "Document"; definitions: unknown[]; __apiType?: (variables: { id: string }) => Found };

describe("the types of a document", () => {
  it("are those of its data and of its variables", () => {
    expectTypeOf(gql(needing, { id: "1" })).resolves.toEqualTypeOf<Found>();
    expectTypeOf(graphql(core, needing, { id: "1", first: 5 })).resolves.toEqualTypeOf<Found>();
    expectTypeOf(gql(needless)).resolves.toEqualTypeOf<Found>();
    expectTypeOf(gql(needless, undefined, { timeoutMs: 5 })).resolves.toEqualTypeOf<Found>();
    // @ts-expect-error The document needs an id.
    gql(needing);
    // @ts-expect-error The id is a text.
    gql(needing, { id: 1 });
    // @ts-expect-error A parsed document has no text.
    gql(parsed, { id: "1" });
  });

  it("are unknown for a text, unless the caller says so", () => {
    expectTypeOf(gql("{ me { name } }")).resolves.toBeUnknown();
    expectTypeOf(gql<Found>("{ me { name } }", { id: 1 })).resolves.toEqualTypeOf<Found>();
  });

  it("tell the outcomes apart", async () => {
    const result = await gql.safe(needless);
    if (result.ok) expectTypeOf(result.data).toEqualTypeOf<Found>();
    else if (result.status === 0 && isGraphqlError(result.error)) {
      expectTypeOf(result.error).toExtend<GraphqlError>();
      expectTypeOf(result.error.kind).toEqualTypeOf<"forbidden" | "notFound" | "badRequest" | "document" | "server">();
      expectTypeOf(result.error.status).toEqualTypeOf<number | undefined>();
      expectTypeOf(result.error.data).toBeUnknown();
    } else if (result.status === 400) expectTypeOf(result.error.body).toBeString();
  });
});

describe("the types of a list", () => {
  const project_name = "harbour_short";

  it("have the fields that are chosen, and no others", () => {
    type Chosen = Pick<FolderNode, "id" | "path">;
    const list = gql.folders({ project_name, fields: ["id", "path"] });
    expectTypeOf(list).toEqualTypeOf<ListResult<NodePage<Chosen>, Chosen>>();
    expectTypeOf(queryFolders(core, { project_name, fields: ["id", "path"] })).toEqualTypeOf<typeof list>();
    expectTypeOf(gql.folders.all({ project_name, fields: ["id", "path"] })).resolves.toEqualTypeOf<Chosen[]>();
    expectTypeOf(gql.folders.pages({ project_name, fields: ["id", "path"] }, { prefetch: 1 })).toEqualTypeOf<
      AsyncIterable<Page<NodePage<Chosen>, Chosen>>
    >();
    // @ts-expect-error Products of a folder are other nodes.
    gql.folders({ project_name, fields: ["products"] });
    // @ts-expect-error Attributes of a type differ from server to server; allAttrib has them all.
    gql.folders({ project_name, fields: ["attrib"] });
  });

  it("have the usual fields otherwise", async () => {
    const { nodes } = await gql.versions({ project_name });
    const version = nodes[0] as (typeof nodes)[number];
    expectTypeOf(version.version).toBeNumber();
    expectTypeOf(version.allAttrib).toEqualTypeOf<JsonText>();
    expectTypeOf(version.taskId).toEqualTypeOf<VersionNode["taskId"]>();
    // @ts-expect-error Who wants the path asks for it.
    version.path;
    for await (const { files } of gql.representations({ project_name }))
      expectTypeOf(files).toEqualTypeOf<readonly FileNode[]>();
  });

  it("need no input where no argument is needed", async () => {
    expectTypeOf((await gql.users()).nodes[0]).toExtend<{ name: string } | undefined>();
    expectTypeOf(await gql.events.all()).toExtend<{ topic: string }[]>();
    // @ts-expect-error A project is needed.
    gql.folders();
  });

  it("refuse arguments that the list does not have", () => {
    gql.tasks({ project_name, taskTypes: ["Compositing"], filter: { conditions: [{ key: "status", value: "Done" }] } });
    gql.events({ last: 10, newerThan: "2026-11-01" });
    // @ts-expect-error A project is needed.
    gql.tasks({ taskTypes: ["Compositing"] });
    // @ts-expect-error Users have no project as their place.
    gql.users({ project_name });
    // @ts-expect-error One text is no list.
    gql.tasks({ project_name, taskTypes: "Compositing" });
    // @ts-expect-error `NONE` fails on every server.
    gql.folders({ project_name, hasLinks: "NONE" });
    // @ts-expect-error There is no such operator.
    gql.folders({ project_name, filter: { conditions: [{ key: "status", operator: "near", value: 1 }] } });
  });
});
