import { describe, expect, it } from "vitest";
import { answered, failed, page } from "../../test/graphql-answers.ts";

const thrown = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => expect.unreachable(),
    (error: unknown) => error,
  );
const named = (...names: string[]) => names.map((name) => ({ name }));
const input = { project_name: "harbour_short", fields: ["name"] } as const;

describe("the query of a list", () => {
  it("declares and sends only what is given, with each type, and 300 as the size of a page", async () => {
    const { graphql, sent } = answered([page("folders", [], null, false)]);
    await graphql.folders({
      ...input,
      ids: ["1f0e6b2ab8d511f19c4e0a58c3d27b01"],
      hasTasks: false,
      hasLinks: "ANY",
      attributes: [{ name: "fps", values: ["25.0"] }],
      names: null,
      search: undefined,
      filter: { conditions: [{ key: "status", value: "Done" }] },
      taskFilter: '{"conditions":[]}',
    });
    expect(sent()).toEqual([
      {
        query:
          "query folders( $project_name: String! $ids: [String!] $hasTasks: Boolean $hasLinks: HasLinksFilter" +
          " $attributes: [AttributeFilterInput!] $filter: String $taskFilter: String $first: Int)" +
          " { project(name: $project_name) { folders( ids: $ids hasTasks: $hasTasks hasLinks: $hasLinks" +
          " attributes: $attributes filter: $filter taskFilter: $taskFilter first: $first)" +
          " { edges { node { name } } pageInfo { endCursor hasMore: hasNextPage } } } }",
        variables: {
          project_name: "harbour_short",
          ids: ["1f0e6b2ab8d511f19c4e0a58c3d27b01"],
          hasTasks: false,
          hasLinks: "ANY",
          attributes: [{ name: "fps", values: ["25.0"] }],
          filter: '{"conditions":[{"key":"status","value":"Done"}]}',
          taskFilter: '{"conditions":[]}',
          first: 300,
        },
      },
    ]);
  });

  it("takes a list of numbers, an empty list and a list that is given as one value for what they are", async () => {
    const { graphql, sent } = answered([page("versions", [], null, false), page("tasks", [], null, false)]);
    await graphql.versions({ ...input, versions: [], version: 2 });
    await graphql.tasks({ ...input, assigneesAny: [], tags: "final" as never });
    expect(sent().map(({ query }) => query.slice(0, query.indexOf(")")))).toEqual([
      "query versions( $project_name: String! $versions: [Int!] $version: Int $first: Int",
      "query tasks( $project_name: String! $assigneesAny: [String!] $tags: [String!] $first: Int",
    ]);
  });

  it("of users asks for all of them where nothing is given", async () => {
    const none = { edges: [], pageInfo: { endCursor: null, hasMore: false } };
    const { graphql, sent } = answered([{ json: { data: { users: none } } }, { json: { data: { users: none } } }]);
    expect((await graphql.users()).nodes).toEqual([]);
    expect(await graphql.users.all()).toEqual([]);
    expect(sent().map(({ variables }) => variables)).toEqual([{ first: 300 }, { first: 300 }]);
  });

  it("of users and events stands beside the projects", async () => {
    const empty = { edges: [], pageInfo: { endCursor: null, hasMore: false } };
    const { graphql, sent } = answered([{ json: { data: { users: empty } } }, { json: { data: { events: empty } } }]);
    await graphql.users({ projectName: "harbour_short", fields: ["name"] });
    await graphql.events({ last: 5, topics: ["entity.*"], includeLogs: true, fields: ["topic"] });
    expect(sent()).toEqual([
      {
        query:
          "query users( $projectName: String $first: Int) { users( projectName: $projectName first: $first)" +
          " { edges { node { name } } pageInfo { endCursor hasMore: hasNextPage } } }",
        variables: { projectName: "harbour_short", first: 300 },
      },
      {
        query:
          "query events( $last: Int $topics: [String!] $includeLogs: Boolean)" +
          " { events( last: $last topics: $topics includeLogs: $includeLogs)" +
          " { edges { node { topic } } pageInfo { endCursor hasMore: hasPreviousPage } } }",
        variables: { last: 5, topics: ["entity.*"], includeLogs: true },
      },
    ]);
  });

  it("asks for all that is in fields that are objects", async () => {
    const { graphql, sent } = answered([page("representations", [], null, false)]);
    await graphql.representations({ project_name: "harbour_short", fields: ["id", "files"] });
    expect(sent()[0]?.query).toContain("{ node { id files { id name path hash size hashType } } }");
  });

  const wrong: [what: string, input: object, message: string][] = [
    ["no project", { project_name: "" }, "project_name is missing"],
    ["no field", { ...input, fields: [] }, "fields must be names"],
    ["a field that is more than a name", { ...input, fields: ["name } } x: me { name"] }, "fields must be names"],
    ["an argument that is more than a name", { ...input, "ids: $a) { x": 1 }, "fields must be names"],
    ["a page of nothing", { ...input, first: 0 }, "first or last"],
    ["a page of less than nothing", { ...input, last: -1 }, "first or last"],
    ["both directions", { ...input, first: 5, last: 5 }, "first or last"],
  ];
  it.each(wrong)("is refused before it is sent: %s", async (_, given, message) => {
    const { graphql, transport } = answered([]);
    const error = await thrown(graphql.folders(given as typeof input));
    expect(error).toMatchObject({ name: "RequestError", operationId: "queryFolders", attempts: 0 });
    expect(`${error}`).toContain(message);
    expect(await graphql.folders.safe(given as typeof input)).toMatchObject({ ok: false, status: 0 });
    expect(transport.requests).toEqual([]);
  });
});

describe("the walk of a list", () => {
  it("goes on behind the last cursor while pages are full, and ends at one that is not", async () => {
    const { graphql, sent } = answered([
      page("tasks", named("a", "b"), "WzJd", true),
      page("tasks", named("c", "d"), "WzRd", true),
      page("tasks", named("e"), "WzVd", false),
    ]);
    const names: string[] = [];
    for await (const { name } of graphql.tasks({ ...input, first: 2, after: "WzBd" })) names.push(name);
    expect(names).toEqual(["a", "b", "c", "d", "e"]);
    expect(sent().map(({ variables }) => [variables?.first, variables?.after])).toEqual([
      [2, "WzBd"],
      [2, "WzJd"],
      [2, "WzRd"],
    ]);
  });

  it("goes backward before the cursor of the last row, not of the first, and keeps a bound", async () => {
    const { graphql, sent } = answered([
      page("tasks", named("d", "c"), "WzNd", true),
      page("tasks", named("b"), "WzJd", false),
    ]);
    expect(await graphql.tasks.all({ ...input, last: 2, after: "WzFd" })).toEqual(named("d", "c", "b"));
    expect(sent().map(({ variables }) => variables)).toEqual([
      { project_name: "harbour_short", last: 2, after: "WzFd" },
      { project_name: "harbour_short", last: 2, after: "WzFd", before: "WzNd" },
    ]);
  });

  it("ends at an empty page, which follows when the last one was just full", async () => {
    const { graphql, transport } = answered([page("tasks", named("a"), "WzFd", true), page("tasks", [], null, true)]);
    expect(await graphql.tasks.all(input)).toEqual(named("a"));
    expect(transport.remaining()).toBe(0);
  });

  it("is a PaginationError where the cursor does not change, or is missing though there is more", async () => {
    const stuck = page("tasks", named("a"), "WzFd", true);
    const repeated = await thrown(answered([stuck, stuck, stuck]).graphql.tasks.all(input));
    expect(repeated).toMatchObject({ name: "PaginationError", kind: "loop", operationId: "queryTasks" });
    for (const cursor of [null, "", undefined]) {
      const error = await thrown(answered([page("tasks", named("a"), cursor, true)]).graphql.tasks.all(input));
      expect(error).toMatchObject({ name: "PaginationError", kind: "loop" });
    }
  });

  it("gives pages with the place to go on at, in another client too", async () => {
    const first = answered([page("tasks", named("a"), "WzFd", true)]);
    let next: string | undefined;
    for await (const one of first.graphql.tasks.pages(input)) {
      expect(one.items).toEqual(named("a"));
      expect(one.data).toEqual({ nodes: named("a"), endCursor: "WzFd", hasMore: true });
      next = one.next;
      break;
    }
    expect(next).toMatch(/^[\w-]+$/);
    const second = answered([page("tasks", named("b"), "WzJd", false)]);
    expect(await second.graphql.tasks.all(input, { from: String(next) })).toEqual(named("b"));
    expect(second.sent()[0]?.variables?.after).toBe("WzFd");
    const other = answered([]);
    const error = await thrown(other.graphql.folders.all(input, { from: String(next) }));
    expect(error).toMatchObject({ name: "RequestError" });
  });

  it("stops at more nodes than are allowed, and tells so", async () => {
    const { graphql } = answered([page("tasks", named("a", "b", "c"), "WzNd", false)]);
    expect(await thrown(graphql.tasks.all(input, { max: 2 }))).toMatchObject({ kind: "itemLimit" });
  });

  it("asks for the first page once, whether awaited or iterated", async () => {
    const { graphql, transport } = answered([page("tasks", named("a"), "WzFd", false)]);
    const list = graphql.tasks(input);
    expect(await list).toEqual({ nodes: named("a"), endCursor: "WzFd", hasMore: false });
    for await (const task of list) expect(task).toEqual({ name: "a" });
    expect(transport.requests.length).toBe(1);
    const full = answered([page("tasks", named("a"), "WzFd", false)]);
    expect(await full.graphql.tasks.full(input)).toMatchObject({ status: 200, data: { nodes: named("a") } });
  });
});

describe("a page", () => {
  it("has objects and lists where the server writes their JSON, and the text itself where that is broken", async () => {
    const node = {
      id: "4f0e6b2ab8d511f19c4e0a58c3d27b31",
      allAttrib: '{"fps":25.0,"families":["render"]}',
      data: null,
      context: '{"ext":',
      traits: "5",
      label: '{"no":"json field"}',
    };
    const { graphql } = answered([page("representations", [node], "WzFd", false)]);
    const { nodes } = await graphql.representations({ project_name: "harbour_short" });
    expect(nodes).toEqual([{ ...node, allAttrib: { fps: 25, families: ["render"] } }]);
  });

  it("takes over no prototype that hides in such a text", async () => {
    const node = { data: '{"__proto__":{"isAdmin":true},"a":1}' };
    const { graphql } = answered([page("folders", [node], "WzFd", false)]);
    const { nodes } = await graphql.folders({ ...input, fields: ["data"] });
    expect(Object.keys(nodes[0]?.data ?? {})).toEqual(["a"]);
    expect(Object.assign({}, nodes[0]?.data)).not.toHaveProperty("isAdmin");
  });

  it("is refused where the list is not in the answer", async () => {
    const answers = [{ data: {} }, { data: { project: null } }, { data: { project: { tasks: { edges: null } } } }];
    const { graphql } = answered(answers.map((json) => ({ json })));
    for (const _ of answers)
      expect(await thrown(graphql.tasks(input))).toMatchObject({ name: "DecodeError", operationId: "queryTasks" });
  });

  it("that the server refuses is a GraphqlError of the list", async () => {
    const errors = [{ message: "m", path: ["project"], extensions: { status: 404 } }];
    const { graphql } = answered([failed(errors), failed(errors)]);
    const error = await thrown(graphql.tasks(input));
    expect(error).toMatchObject({ name: "GraphqlError", kind: "notFound", operationId: "queryTasks" });
    expect(`${error}`).toBe(
      "GraphqlError: POST /graphql: queryTasks at project, 404, not there or no access; see its errors",
    );
    expect(await graphql.tasks.safe(input)).toMatchObject({ ok: false, status: 0, error: { kind: "notFound" } });
  });
});
