import { describe, expect, it } from "vitest";
import type { GraphqlGroup } from "../src/graphql/graphql-group.ts";
import { ids, tokens, useGraphqlWorld } from "./graphql-world.ts";

const world = useGraphqlWorld();
const project_name = "harbour_short";

async function names(list: "users", input: object, token?: string): Promise<string[]> {
  const nodes = await world()
    .graphql(token)
    [list].all({ ...input, fields: ["name"] });
  return nodes.map(({ name }) => name);
}

async function topics(input: object, graphql: GraphqlGroup): Promise<string[]> {
  return (await graphql.events.all({ ...input, fields: ["topic"] })).map(({ topic }) => topic);
}

describe("projects", () => {
  it("are found by name and code whatever the case, and those without access are not there", async () => {
    const find = (given: string, token?: string) =>
      world().graphql(token).safe<{ project: { name: string } }>(`{ project(${given}) { name } }`);
    for (const given of ['name: "HARBOUR_short"', 'code: "HBR"', 'name: "harbour_short", code: "hbr"'])
      expect(await find(given)).toMatchObject({ ok: true, data: { project: { name: "harbour_short" } } });
    expect(await find('name: "closed_film"')).toMatchObject({ ok: true });
    expect(await find('name: "closed_film"', tokens.compositor_1)).toMatchObject({
      error: { kind: "notFound", status: 404 },
    });
    expect(await find('name: "harbour_short", code: "clo"')).toMatchObject({ error: { kind: "notFound" } });
    expect(await find("name: null")).toMatchObject({ error: { kind: "badRequest", status: 400 } });
  });

  it("are listed by name, in pages", async () => {
    const list = async (given: string, token?: string) => {
      const query = `{ projects${given} { edges { node { name } cursor } pageInfo { endCursor hasNextPage } } }`;
      type Found = { projects: { edges: { node: { name: string }; cursor: string }[]; pageInfo: object } };
      const { projects } = await world().graphql(token)<Found>(query);
      return [projects.edges.map(({ node }) => node.name).join(" "), projects.pageInfo];
    };
    expect(await list("")).toEqual([
      "closed_film harbour_short",
      { endCursor: btoa('["harbour_short"]'), hasNextPage: false },
    ]);
    expect((await list("(includeSkeleton: true)"))[0]).toBe("closed_film harbour_short skeleton_film");
    expect((await list('(name: "closed_FILM")'))[0]).toBe("closed_film");
    expect(await list("", tokens.compositor_1)).toMatchObject(["harbour_short", {}]);
    const [first] = await list("(first: 1)");
    expect(first).toBe("closed_film");
    expect(await list(`(first: 1, after: "${btoa('["closed_film"]')}")`)).toMatchObject(["harbour_short", {}]);
  });
});

describe("users", () => {
  it("are listed by name for managers, and for others within a project only", async () => {
    expect(await names("users", {})).toEqual(["admin", "compositor_1", "guest_1", "producer", "render_service"]);
    const members = ["admin", "compositor_1", "guest_1", "producer"];
    expect(await names("users", { projectName: project_name }, tokens.compositor_1)).toEqual(members);
    expect(await names("users", { projects: [project_name, "closed_film"] })).toEqual(members);
    expect(await names("users", { projectName: "no_such" })).toEqual(["admin", "producer"]);
    const refused = await world().graphql(tokens.compositor_1).users.safe({ projects: [] });
    expect(refused).toMatchObject({ error: { kind: "forbidden", status: 403 } });
  });

  it("are filtered by name, names and mail", async () => {
    expect(await names("users", { name: "COMPOSITOR_1" })).toEqual(["compositor_1"]);
    expect(await names("users", { names: ["admin", "Producer"] })).toEqual(["admin"]);
    expect(await names("users", { names: [] })).toEqual([]);
    expect(await names("users", { emails: ["PRODUCER@example.com"] })).toEqual(["producer"]);
    expect(await names("users", { first: 2, after: btoa('["admin"]') })).toHaveLength(4);
    expect(await names("users", { last: 2 })).toEqual([
      "render_service",
      "producer",
      "guest_1",
      "compositor_1",
      "admin",
    ]);
  });

  it("show others their full name only, and cut access groups to the projects asked for", async () => {
    const input = { projectName: project_name, names: ["compositor_1", "producer"] };
    const own = await world()
      .graphql(tokens.compositor_1)
      .users({ ...input, fields: ["name", "allAttrib", "accessGroups"] });
    expect(own.nodes).toEqual([
      {
        name: "compositor_1",
        allAttrib: { fullName: "Compositor One", email: "compositor_1@example.com" },
        accessGroups: { harbour_short: ["artist"] },
      },
      { name: "producer", allAttrib: { fullName: "Producer" }, accessGroups: {} },
    ]);
    const { nodes } = await world()
      .graphql()
      .users({ projects: ["closed_film"] });
    expect(nodes.map(({ name, accessGroups, isAdmin }) => [name, accessGroups, isAdmin])).toEqual([
      ["admin", {}, true],
      ["producer", {}, false],
    ]);
  });

  it("are got one by one by managers, and oneself by all", async () => {
    const get = (query: string, token?: string) => world().graphql(token).safe(query);
    const user = `{ user(name: "PRODUCER") { name isManager hasPassword attrib { email } apiKeyPreview } }`;
    const found = { name: "producer", isManager: true, hasPassword: true, attrib: { email: "producer@example.com" } };
    expect(await get(user)).toMatchObject({ data: { user: found } });
    expect(await get('{ user(name: "nobody") { name } }')).toMatchObject({ error: { kind: "notFound" } });
    expect(await get(user, tokens.compositor_1)).toMatchObject({ error: { kind: "forbidden" } });
    const me = await get(
      `{ me { name allAttrib tasks(projectName: "harbour_short") { edges { node { name } } } } }`,
      tokens.compositor_1,
    );
    expect(me).toMatchObject({
      data: {
        me: { name: "compositor_1", tasks: { edges: [{ node: { name: "compositing" } }, { node: { name: "roto" } }] } },
      },
    });
    // Only here attributes without a value are told.
    expect(JSON.stringify(me)).toContain('\\"avatarUrl\\":null');
  });

  it("never show a hash of a secret", async () => {
    const { nodes } = await world().graphql().users({});
    expect(nodes.length).toBe(5);
    for (const hash of [/password":"/, /apiKey":"/]) expect(JSON.stringify(nodes)).not.toMatch(hash);
  });
});

describe("events", () => {
  const cases: [input: object, topics: string[]][] = [
    [{}, ["entity.folder.created", "entity.version.created", "entity.version.status_changed"]],
    [
      { includeLogs: true, last: 2 },
      ["entity.version.status_changed", "log.info", "entity.version.created", "entity.folder.created"],
    ],
    [{ ids: ["52".repeat(16)] }, ["entity.version.created"]],
    [{ topics: ["log.*"] }, ["log.info"]],
    [{ topics: ["entity.*.created"] }, ["entity.folder.created", "entity.version.created"]],
    [{ topics: [] }, []],
    [{ projects: ["closed_film"] }, []],
    [{ users: ["producer"] }, ["entity.folder.created"]],
    [{ statuses: ["in_progress"] }, ["entity.version.status_changed"]],
    [{ hasChildren: true }, ["entity.version.created"]],
    [{ hasChildren: false }, []],
    [{ newerThan: "2025-11-05" }, ["entity.version.status_changed"]],
    [{ olderThan: "2025-11-05T00:00:00+00:00" }, ["entity.folder.created", "entity.version.created"]],
    [{ filter: "lighthouse of" }, ["entity.version.status_changed"]],
  ];
  it.each(cases)("with %j", async (input, expected) => {
    expect(await topics(input, world().graphql())).toEqual(expected);
  });

  it("have summary and payload as objects in the list", async () => {
    const { nodes } = await world()
      .graphql()
      .events({ last: 10, fields: ["summary", "payload", "dependsOn"] });
    expect(nodes.at(-1)).toEqual({ summary: { entityId: ids.shots }, payload: {}, dependsOn: null });
  });

  it("are one's own for others than managers, unless ids are given, and none for guests", async () => {
    const one = world();
    expect(await topics({ users: ["admin"] }, one.graphql(tokens.compositor_1))).toEqual(["entity.version.created"]);
    expect(await topics({ ids: ["51".repeat(16)] }, one.graphql(tokens.compositor_1))).toEqual([
      "entity.folder.created",
    ]);
    expect(await topics({}, one.graphql(tokens.guest_1))).toEqual([]);
  });

  it("refuse wrong values", async () => {
    const graphql = world().graphql();
    for (const input of [{ ids: [] }, { ids: ["x"] }, { newerThan: "soon" }])
      expect(await graphql.events.safe(input)).toMatchObject({ error: { kind: "server", status: undefined } });
    expect(await graphql.events.safe({ topics: ["ab"] })).toMatchObject({ error: { kind: "badRequest" } });
  });
});

describe("a guest", () => {
  it("gets empty lists, and products that it can name", async () => {
    const graphql = world().graphql(tokens.guest_1);
    for (const list of ["folders", "tasks", "products", "versions", "representations", "workfiles"] as const) {
      const { nodes, hasMore } = await (graphql[list] as GraphqlGroup["folders"])({ project_name });
      expect([list, nodes, hasMore]).toEqual([list, [], false]);
    }
    const { nodes } = await graphql.products({ project_name, ids: [ids.modelMain], fields: ["name"] });
    expect(nodes).toEqual([{ name: "modelMain" }]);
    expect(
      await graphql.safe(`{ project(name: "harbour_short") { folder(id: "${ids.shots}") { name } } }`),
    ).toMatchObject({
      error: { kind: "notFound" },
    });
  });
});
