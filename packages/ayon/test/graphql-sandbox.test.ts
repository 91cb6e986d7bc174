import { describe, expect, it } from "vitest";
import type { GraphqlGroup } from "../src/graphql/graphql-group.ts";
import { ids, useGraphqlWorld } from "./graphql-world.ts";

const world = useGraphqlWorld();
const project_name = "harbour_short";

type ListName = "folders" | "tasks" | "products" | "versions" | "representations" | "workfiles";
/** What `name` is for each list; versions have the same one in many products. */
const shown = {
  folders: "name",
  tasks: "name",
  products: "name",
  versions: "path",
  representations: "path",
  workfiles: "name",
};

/** What rows of a list are called, in their order. */
async function rows(list: ListName, input: object, graphql: GraphqlGroup = world().graphql()): Promise<string> {
  const field = shown[list];
  const nodes = await listOf(graphql, list).all({ project_name, ...input, fields: [field] as never });
  return nodes.map((node) => String((node as Record<string, unknown>)[field])).join(" ");
}

/** The lists differ in their types only. */
function listOf(graphql: GraphqlGroup, list: ListName): GraphqlGroup["folders"] {
  return graphql[list] as GraphqlGroup["folders"];
}

const conditions = (...all: object[]) => ({ conditions: all }) as never;
const [v1, v2, hero, model] = ["v001", "v002", "HERO"]
  .map((name) => `/shots/sh010/renderMain/${name}`)
  .concat("/assets/buoy/modelMain/v001");

/** Each list with arguments, and the rows that it gives. */
const filtered: { readonly [list in ListName]: readonly (readonly [input: object, rows: string])[] } = {
  folders: [
    [{}, "shots sh010 assets buoy"],
    [{ ids: [ids.sh010.toUpperCase(), ids.buoy] }, "sh010 buoy"],
    [{ ids: [] }, ""],
    [{ ids: [ids.shots], includeFolderChildren: true }, "shots sh010"],
    [{ parentId: "root" }, "shots assets"],
    [{ parentId: ids.shots }, "sh010"],
    [{ parentIds: ["root", ids.assets] }, "shots assets buoy"],
    [{ parentIds: [ids.shots], includeFolderChildren: true }, "sh010"],
    [{ attributes: [{ name: "fps", values: ["30.0"] }] }, "sh010"],
    [
      {
        attributes: [
          { name: "fps", values: ["25.0"] },
          { name: "nothingKnown", values: ["1"] },
        ],
      },
      "shots assets buoy",
    ],
    [{ folderTypes: ["Shot", "Asset"] }, "sh010 buoy"],
    [{ statuses: ["In progress"] }, "sh010"],
    [{ tags: ["night"] }, "sh010 buoy"],
    [{ tags: ["night", "hero_shot"] }, "sh010"],
    [{ tags: [] }, "shots sh010 assets buoy"],
    [{ paths: ["/shots/sh010", "assets"] }, "sh010 assets"],
    [{ pathEx: "^/assets/.+" }, "buoy"],
    [{ name: "SH01_" }, "sh010"],
    [{ names: ["buoy", "SHOTS"] }, "buoy"],
    [{ assignees: ["producer", "compositor_1"] }, "sh010"],
    [{ assignees: [] }, "sh010 buoy"],
    [{ hasChildren: true }, "shots assets"],
    [{ hasChildren: false }, "sh010 buoy"],
    [{ hasProducts: true }, "sh010 buoy"],
    [{ hasTasks: false }, "shots assets"],
    [{ hasLinks: "IN" }, "sh010"],
    [{ hasLinks: "OUT" }, "buoy"],
    [{ hasLinks: "ANY" }, "sh010 buoy"],
    [{ hasLinks: "BOTH" }, ""],
    [{ search: "film, BUOY" }, "shots buoy"],
    [{ search: "shots sh010" }, "sh010"],
    [{ taskFilter: conditions({ key: "taskType", value: "Modeling" }) }, "buoy"],
    [{ sortBy: "name" }, "assets buoy sh010 shots"],
    [{ sortBy: "folderType" }, "assets shots buoy sh010"],
    [{ sortBy: "attrib.fps" }, "assets buoy shots sh010"],
  ],
  tasks: [
    [{}, "compositing modeling roto"],
    [{ ids: [ids.roto] }, "roto"],
    [{ taskTypes: ["Compositing"] }, "compositing roto"],
    [{ folderIds: [ids.buoy] }, "modeling"],
    [{ folderIds: ["root"] }, ""],
    [{ folderIds: [ids.shots], includeFolderChildren: true }, "compositing roto"],
    [{ attributes: [{ name: "fps", values: ["30.0", "12.5"] }] }, "compositing roto"],
    [{ names: ["roto", "comp"] }, "roto"],
    [{ statuses: ["In progress"] }, "compositing"],
    [{ hasLinks: "ANY" }, ""],
    [{ assignees: ["compositor_1", "producer"] }, "compositing"],
    [{ assignees: [] }, "modeling"],
    [{ assigneesAny: ["producer", "nobody"] }, "compositing"],
    [{ assigneesAny: [] }, "compositing roto"],
    [{ tags: ["final cut"] }, "compositing"],
    [{ tags: [] }, "modeling roto"],
    [{ tagsAny: [] }, "compositing"],
    [{ search: "rotoscop" }, "roto"],
    [{ folderFilter: conditions({ key: "folder_type", value: "Asset" }) }, "modeling"],
    [{ sortBy: "taskType" }, "modeling compositing roto"],
    [{ sortBy: "path" }, "modeling compositing roto"],
  ],
  products: [
    [{}, "renderMain modelMain"],
    [{ ids: [ids.modelMain] }, "modelMain"],
    [{ hasLinks: "ANY" }, ""],
    [{ folderIds: [ids.assets] }, ""],
    [{ folderIds: [ids.assets], includeFolderChildren: true }, "modelMain"],
    [{ names: ["rendermain"] }, ""],
    [{ namesCi: ["rendermain"] }, "renderMain"],
    [{ nameEx: "^model" }, "modelMain"],
    [{ pathEx: "sh0[0-9]+/" }, "renderMain"],
    [{ productTypes: ["render"] }, "renderMain"],
    [{ productBaseTypes: ["render"] }, "renderMain"],
    [{ statuses: ["Approved"] }, "modelMain"],
    [{ tags: ["night"] }, "renderMain"],
    [{ tags: [] }, ""],
    [{ search: "buoy model" }, "modelMain"],
    [{ versionFilter: conditions({ key: "version", operator: "gt", value: 1 }) }, "renderMain"],
    [{ taskFilter: conditions({ key: "name", value: "modeling" }) }, "modelMain"],
    [{ sortBy: "name" }, "modelMain renderMain"],
    [{ sortBy: "version" }, "modelMain renderMain"],
  ],
  versions: [
    [{}, `${v1} ${v2} ${hero} ${model}`],
    [{ ids: [ids.render2] }, `${v2}`],
    [{ version: 1 }, `${v1} ${model}`],
    [{ version: 0 }, `${v1} ${v2} ${hero} ${model}`],
    [{ versions: [2, -1] }, `${v2} ${hero}`],
    [{ versions: [] }, ""],
    [{ statuses: ["Approved"] }, `${v1}`],
    [{ tags: ["night"] }, `${v2}`],
    [{ productIds: [ids.modelMain] }, `${model}`],
    [{ taskIds: [ids.modeling] }, `${model}`],
    [{ taskIds: [] }, `${v1} ${v2} ${hero} ${model}`],
    [{ folderIds: [ids.sh010] }, `${v1} ${v2} ${hero}`],
    [{ folderIds: [ids.assets], includeFolderChildren: true }, `${model}`],
    [{ authors: ["admin", "producer"] }, `${v2} ${model}`],
    [{ latestOnly: true }, `${v2} ${model}`],
    [{ heroOnly: true }, `${hero}`],
    [{ heroOrLatestOnly: true }, `${v2} ${hero} ${model}`],
    [{ heroOnly: true, latestOnly: true }, `${v2} ${model}`],
    [{ hasReviewables: true }, `${v2}`],
    [{ featuredOnly: ["hero", "latest"] }, `${hero} ${model}`],
    [{ featuredOnly: ["latestDone"] }, `${v1}`],
    [{ featuredOnly: [] }, ""],
    [{ hasLinks: "IN" }, `${v2}`],
    [{ search: "rendermain v2" }, `${v2}`],
    [{ taskFilter: conditions({ key: "assignees", operator: "includes", value: "producer" }) }, `${v1} ${v2}`],
    [{ productFilter: conditions({ key: "productType", value: "model" }) }, `${model}`],
    [{ filter: conditions({ key: "hero_version_id", value: ids.renderHero }) }, `${v1}`],
    [{ filter: conditions({ key: "folderType", value: "Asset" }) }, `${model}`],
    [{ sortBy: "version" }, `${hero} ${v1} ${model} ${v2}`],
    [{ sortBy: "author" }, `${model} ${v1} ${hero} ${v2}`],
  ],
  representations: [
    [{}, `${v1}/exr ${v2}/exr ${model}/abc`],
    [{ ids: [ids.abc1] }, `${model}/abc`],
    [{ versionIds: [ids.render2, ids.model1] }, `${v2}/exr ${model}/abc`],
    [{ names: ["exr"] }, `${v1}/exr ${v2}/exr`],
    [{ statuses: ["Approved"] }, `${model}/abc`],
    [{ tags: ["night"] }, `${v2}/exr`],
    [{ hasLinks: "OUT" }, ""],
    [{ search: "buoy abc" }, `${model}/abc`],
    [{ filter: conditions({ key: "traits.ayon.version", value: 1 }) }, `${v2}/exr`],
  ],
  workfiles: [
    [{}, "sh010_v001.nk buoy.blend"],
    [{ ids: [ids.sketch] }, "buoy.blend"],
    [{ paths: ["{root[work]}/harbour/buoy.blend", "buoy.blend"] }, "buoy.blend"],
    [{ pathEx: "[.]nk$" }, "sh010_v001.nk"],
    [{ pathEx: "\\.nk$" }, ""],
    [{ taskIds: [ids.modeling] }, "buoy.blend"],
    [{ statuses: ["Approved"] }, "buoy.blend"],
    [{ tags: ["night"] }, "sh010_v001.nk"],
    [{ hasLinks: "ANY" }, ""],
    [{ search: "SH010" }, "sh010_v001.nk"],
    [{ sortBy: "status" }, "sh010_v001.nk buoy.blend"],
  ],
};

describe.each(Object.keys(filtered) as ListName[])("the list of %s", (list) => {
  it.each(filtered[list])("with %j", async (input, expected) => {
    expect(await rows(list, input)).toBe(expected);
  });

  it("is walked in pages of one, both ways, with the same rows", async () => {
    const graphql = world().graphql();
    const all = (await rows(list, {}, graphql)).split(" ");
    expect((await rows(list, { first: 1 }, graphql)).split(" ")).toEqual(all);
    expect((await rows(list, { last: 1 }, graphql)).split(" ")).toEqual(all.toReversed());
    expect((await rows(list, { last: 2 }, graphql)).split(" ")).toEqual(all.toReversed());
  });

  it("refuses an order or a filter that it does not know", async () => {
    const graphql = world().graphql();
    const sort = await listOf(graphql, list).safe({ project_name, sortBy: "shoeSize" });
    const unknown = { operator: "eq", key: "shoeSize", value: 1 };
    const filter = await listOf(graphql, list).safe({ project_name, filter: conditions(unknown) });
    const kinds = [sort, filter].map((result) => (result.ok ? "ok" : (result.error as { kind?: string }).kind));
    const of = {
      tasks: ["badRequest", "server"],
      representations: ["document", "server"],
      workfiles: ["server", "document"],
    };
    expect(kinds).toEqual((of as Record<string, string[]>)[list] ?? ["server", "server"]);
  });
});
