import { describe, expect, it } from "vitest";
import { loadGraphql } from "../src/sandbox/graphql/load-graphql.ts";
import { tokens, useGraphqlWorld } from "./graphql-world.ts";

const world = useGraphqlWorld();
const query = (text: string, more: object = {}) => JSON.stringify({ query: text, ...more });

describe("a request", () => {
  it("is answered with data alone where nothing is wrong", async () => {
    const response = await world().post(
      query("{ me { name } }", { variables: null, extensions: {}, operationName: null }),
    );
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/json"]);
    expect(await response.json()).toEqual({ data: { me: { name: "admin" } } });
  });

  it("needs a credential", async () => {
    for (const authorization of ["", `Bearer ${"0".repeat(5)}`]) {
      const response = await world().post(query("{ me { name } }"), authorization ? {} : { authorization });
      expect([response.status, typeof (await response.json())]).toEqual(
        authorization ? [200, "object"] : [401, "object"],
      );
    }
  });

  it("acts as somebody else for a service", async () => {
    const { renderKey } = await import("../src/sandbox/seed/users.ts");
    const headers = { authorization: "", "x-api-key": renderKey, "x-as-user": "compositor_1" };
    expect(await (await world().post(query("{ me { name } }"), headers)).json()).toEqual({
      data: { me: { name: "compositor_1" } },
    });
  });

  it("is refused in plain text without a query, and where no operation has the name", async () => {
    for (const body of [query(""), query("query A { me { name } }", { operationName: "B" })]) {
      const response = await world().post(body);
      expect([response.status, response.headers.get("content-type")]).toEqual([400, "text/plain; charset=utf-8"]);
      expect(await response.text()).toMatch(/^\w.{10,60}$/);
    }
  });

  it("is refused where the document does not fit the request", async () => {
    for (const body of ["", "no JSON", "[]", "{}", '{"query":5}', '{"query":"{ me { name } }","variables":[]}'])
      expect((await world().post(body)).status).toBe(400);
  });

  it("runs the first of several operations, or the one that is named", async () => {
    const text = "query A { me { name } } query B { me { isAdmin } }";
    expect(await (await world().post(query(text))).json()).toEqual({ data: { me: { name: "admin" } } });
    const named = await world().post(query(text, { operationName: "B" }));
    expect(await named.json()).toEqual({ data: { me: { isAdmin: true } } });
  });
});

describe("a document", () => {
  const wrong: [what: string, text: string, variables?: object][] = [
    ["a slip", "{ me { name }"],
    ["a field that there is not", "{ me { shoeSize } }"],
    ["an argument that there is not", '{ user(shoeSize: "1") { name } }'],
    ["no selection", "{ me }"],
    ["a mutation", "mutation { me { name } }"],
    ["a name beside an anonymous operation", "{ me { name } } query A { me { name } }"],
    ["a variable that is not used", "query A($a: Int) { me { name } }"],
    ["a variable that is missing", "query A($name: String!) { user(name: $name) { name } }"],
    [
      "a variable of another type",
      "query A($first: Int) { users(first: $first) { edges { cursor } } }",
      { first: "2" },
    ],
    [
      "a list of texts that may be null",
      "query A($n: [String]) { users(names: $n) { edges { cursor } } }",
      { n: ["a"] },
    ],
    [
      "a value that the enum does not have",
      '{ project(name: "harbour_short") { folders(hasLinks: NONE) { edges { cursor } } } }',
    ],
  ];
  it.each(wrong)("with %s is answered without data and path", async (_, text, variables) => {
    const response = await world().post(query(text, { variables }));
    const { data, errors } = (await response.json()) as { data: unknown; errors: Record<string, unknown>[] };
    expect([response.status, data]).toEqual([200, null]);
    expect(errors.length).toBeGreaterThan(0);
    for (const error of errors) {
      expect(error.message).toEqual(expect.any(String));
      expect(Object.keys(error).filter((key) => key !== "message" && key !== "locations")).toEqual([]);
    }
    const result = await world()
      .graphql()
      .safe(text, variables as never);
    expect(result).toMatchObject({ ok: false, error: { kind: "document", status: undefined } });
  });

  it("takes one value for a list, a whole number with a point, and variables that it does not declare", async () => {
    const text = "query A($n: [String!], $first: Int) { users(names: $n, first: $first) { edges { node { name } } } }";
    const response = await world().post(
      `{"query":${JSON.stringify(text)},"variables":{"n":"admin","first":2.0,"x":1}}`,
    );
    expect(await response.json()).toEqual({ data: { users: { edges: [{ node: { name: "admin" } }] } } });
  });

  it("may have aliases, fragments and directives, and ask for the schema", async () => {
    const text = `query A($no: Boolean!) { a: me { ...B } __schema { queryType { name } } } fragment B on UserNode { name isAdmin @skip(if: $no) }`;
    const response = await world().post(query(text, { variables: { no: true } }));
    expect(await response.json()).toEqual({
      data: { a: { name: "admin" }, __schema: { queryType: { name: "Query" } } },
    });
  });

  it("tells a failure with its place, and a status where the server refuses", async () => {
    const text = '{ a: project(name: "harbour_short") { f: folder(id: "00000000000000000000000000000000") { name } } }';
    const { errors } = (await (await world().post(query(text))).json()) as { errors: unknown };
    expect(errors).toEqual([
      {
        message: expect.any(String),
        locations: [{ line: 1, column: 39 }],
        path: ["a", "f"],
        extensions: { status: 404 },
      },
    ]);
  });
});

describe("the GraphQL library", () => {
  it("is asked for by name where it is not installed, and tried again the next time", async () => {
    // A module of its own, because this one has the library already.
    const fresh = (await import(`../src/sandbox/graphql/load-graphql.ts?${"fresh"}`)) as {
      loadGraphql: typeof loadGraphql;
    };
    const missing = () => Promise.reject(new Error("ERR_MODULE_NOT_FOUND"));
    await expect(fresh.loadGraphql(missing)).rejects.toThrow("npm install --save-dev graphql");
    expect((await fresh.loadGraphql()).schema.getQueryType()?.name).toBe("Query");
  });

  it("is loaded once", async () => {
    expect(await loadGraphql()).toBe(await loadGraphql());
    expect(tokens.admin.length).toBe(64);
  });
});
