import { describe, expect, it } from "vitest";
import type { GraphqlGroup } from "../src/graphql/graphql-group.ts";
import { ids, tokens, useGraphqlWorld } from "./graphql-world.ts";

const world = useGraphqlWorld();
const project_name = "harbour_short";

/** The names of folders, in their order. */
async function foldersWith(input: object): Promise<string> {
  const nodes = await world()
    .graphql()
    .folders.all({ project_name, ...input, fields: ["name"] });
  return nodes.map(({ name }) => name).join(" ");
}

const conditions = (...all: object[]) => ({ conditions: all }) as never;

describe("a filter of conditions", () => {
  const cases: [condition: object, rows: string][] = [
    [{ key: "name", value: "buoy" }, "buoy"],
    [{ key: "name", operator: "NE", value: "buoy" }, "shots sh010 assets"],
    [{ key: "attrib.fps", operator: "gt", value: 25 }, "sh010"],
    [{ key: "attrib/fps", operator: "lte", value: 25 }, "shots assets buoy"],
    [{ key: "attrib.fps", operator: "gte", value: 30 }, "sh010"],
    [{ key: "attrib.fps", operator: "lt", value: 100 }, "shots sh010 assets buoy"],
    [{ key: "name", operator: "lt", value: "b" }, "assets"],
    [{ key: "name", operator: "like", value: "SH%" }, "shots sh010"],
    [{ key: "folder_type", operator: "in", value: ["Shot", "Asset"] }, "sh010 buoy"],
    [{ key: "folderType", operator: "not-in", value: ["Shot", "Asset"] }, "shots assets"],
    [{ key: "created_by", operator: "is_null" }, "shots assets"],
    [{ key: "createdBy", operator: "notnull" }, "sh010 buoy"],
    // What is null is not even something else.
    [{ key: "createdBy", operator: "ne", value: "admin" }, "sh010"],
    [{ key: "tags", operator: "includes", value: "night" }, "sh010 buoy"],
    [{ key: "tags", operator: "excludes", value: "night" }, "shots assets"],
    [{ key: "tags", operator: "includesany", value: ["hero_shot", "x"] }, "sh010"],
    [{ key: "tags", operator: "includesall", value: ["hero_shot", "night"] }, "sh010"],
    [{ key: "tags", operator: "excludesany", value: ["hero_shot", "night"] }, "shots assets buoy"],
    [{ key: "tags", operator: "excludesall", value: ["hero_shot", "night"] }, "shots assets"],
    [{ key: "data.shotgridId", value: 7 }, "sh010"],
    [
      {
        operator: "or",
        conditions: [
          { key: "name", value: "shots" },
          { key: "name", value: "buoy" },
        ],
      },
      "shots buoy",
    ],
    [{ conditions: [] }, "shots sh010 assets buoy"],
  ];
  it.each(cases)("with %j", async (condition, expected) => {
    expect(await foldersWith({ filter: conditions(condition) })).toBe(expected);
  });

  const broken = ["no JSON", "[]", '{"operator":"xor","conditions":[]}', '{"conditions":5}', '{"conditions":[5]}'];
  const wrong = [
    { key: "path", value: "/shots" },
    { key: "active", value: true },
    { key: "name", operator: "near", value: "buoy" },
    { key: "name", operator: "in", value: "buoy" },
    { key: "name", value: ["buoy"] },
    { value: 1 },
  ].map((condition) => JSON.stringify({ conditions: [condition] }));
  it.each([...broken, ...wrong])("is a failure without a status where it is %s", async (filter) => {
    const result = await world().graphql().folders.safe({ project_name, filter });
    expect(result).toMatchObject({ ok: false, error: { kind: "server", status: undefined } });
  });

  it("is none where it is empty", async () => {
    for (const filter of ["", "{}"]) expect(await foldersWith({ filter })).toBe("shots sh010 assets buoy");
  });
});

describe("a walk", () => {
  it("goes on where it was while rows come and go", async () => {
    const one = world();
    const graphql = one.graphql();
    const seen: string[] = [];
    for await (const { name } of graphql.folders({ project_name, first: 1, fields: ["name"] })) {
      seen.push(name);
      if (name === "sh010") {
        const gone = await one.session.api.ayon?.fetch(
          new Request(`${one.session.api.ayon.url}/api/projects/${project_name}/folders/${ids.shots}?force=true`, {
            method: "DELETE",
            headers: { authorization: `Bearer ${tokens.admin}` },
          }),
        );
        expect(gone?.status).toBe(204);
      }
    }
    expect(seen).toEqual(["shots", "sh010", "assets", "buoy"]);
  });

  it("loses the rows without a value where it is sorted by that, as the server does", async () => {
    expect(await foldersWith({ sortBy: "createdBy" })).toBe("buoy sh010 assets shots");
    expect(await foldersWith({ sortBy: "createdBy", first: 2 })).toBe("buoy sh010");
  });

  it("tells where it is", async () => {
    const graphql = world().graphql();
    type Info = { project: { folders: { edges: { cursor: string }[]; pageInfo: object } } };
    const ask = (given: string) =>
      graphql<Info>(
        `{ project(name: "harbour_short") { folders(${given}) { edges { cursor } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } } }`,
      ).then(({ project: { folders } }) => [
        folders.edges.map(({ cursor }) => cursor),
        ...Object.values(folders.pageInfo),
      ]);
    expect(await ask("first: 2")).toEqual([["WzFd", "WzJd"], "WzFd", "WzJd", true, false]);
    expect(await ask('first: 2, after: "WzJd"')).toEqual([["WzNd", "WzRd"], "WzNd", "WzRd", true, false]);
    expect(await ask('first: 3, after: "WzRd"')).toEqual([[], null, null, false, false]);
    expect(await ask("last: 2")).toEqual([["WzRd", "WzNd"], "WzRd", "WzNd", false, true]);
    expect(await ask('last: 2, before: "WzNd"')).toEqual([["WzJd", "WzFd"], "WzJd", "WzFd", false, true]);
    expect(await ask('last: 5, after: "WzJd"')).toEqual([["WzRd", "WzNd"], "WzRd", "WzNd", false, false]);
    expect(await ask('first: 5, before: "WzJd"')).toEqual([["WzFd"], "WzFd", "WzFd", false, false]);
    expect(await ask("first: 1, last: 3")).toEqual([["WzRd"], "WzRd", "WzRd", true, false]);
    expect(await ask("first: 0")).toEqual([[null, null, null, null], null, null, false, false]);
    expect(await ask('after: ""')).toHaveLength(5);
  });

  it("is refused at a cursor that is none, or one of another order", async () => {
    const graphql = world().graphql();
    for (const after of ["nonsense!", "e30=", "WyJhIiwiYiJd"])
      expect(await graphql.folders.safe({ project_name, after })).toMatchObject({ error: { kind: "badRequest" } });
    const query = '{ project(name: "harbour_short") { folders(first: -1) { edges { cursor } } } }';
    expect(await graphql.safe(query)).toMatchObject({ error: { kind: "server", status: undefined } });
  });
});

describe("wrong values", () => {
  const cases: [list: "folders" | "tasks" | "products" | "versions", input: object, kind: string][] = [
    ["folders", { ids: ["12"] }, "server"],
    ["folders", { names: ["for reel"] }, "badRequest"],
    ["folders", { name: "%" }, "badRequest"],
    ["folders", { tags: ["for reel"] }, "badRequest"],
    ["folders", { statuses: ["ok"] }, "badRequest"],
    ["folders", { pathEx: "(" }, "server"],
    ["products", { nameEx: "[" }, "server"],
    ["versions", { featuredOnly: ["best"] }, "badRequest"],
    ["tasks", { project_name: "no_such" }, "notFound"],
    ["tasks", { isRobot: true }, "document"],
  ];
  it.each(cases)("of %s: %j is refused: %s", async (list, input, kind) => {
    const result = await (world().graphql()[list] as GraphqlGroup["folders"]).safe({ project_name, ...input });
    expect(result).toMatchObject({ ok: false, error: { kind } });
  });
});
