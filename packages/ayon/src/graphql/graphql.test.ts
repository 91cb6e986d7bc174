import { assertNoSecrets } from "@fairlead/runtime/testing";
import { describe, expect, it } from "vitest";
import { answered, failed, token } from "../../test/graphql-answers.ts";
import { isGraphqlError } from "./graphql-error.ts";

const thrown = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => expect.unreachable(),
    (error: unknown) => error,
  );

describe("a document", () => {
  it("is sent as JSON to /graphql, with its variables, and gives the data as it came", async () => {
    const data = { me: { name: "producer", allAttrib: '{"fullName":"Producer"}' } };
    const { graphql, transport, sent } = answered([{ json: { data } }]);
    expect(await graphql("query Me($a: Int) { me { name allAttrib } }", { a: 1 })).toEqual(data);
    expect(transport.requests).toMatchObject([{ method: "POST", url: "https://ayon.example.com/graphql" }]);
    expect(transport.requests[0]?.headers.get("content-type")).toBe("application/json");
    expect(transport.requests[0]?.headers.get("authorization")).toBe(`Bearer ${token}`);
    expect(sent()).toEqual([{ query: "query Me($a: Int) { me { name allAttrib } }", variables: { a: 1 } }]);
  });

  it("may be what graphql-codegen makes, a text with types", async () => {
    class TypedText extends String {
      declare readonly __apiType: (variables: { id: string }) => { me: { name: string } };
    }
    const { graphql, sent } = answered([{ json: { data: { me: { name: "producer" } } } }]);
    const { me } = await graphql(new TypedText("query A { me { name } }"), { id: "1" });
    expect(me.name).toBe("producer");
    expect(sent()).toEqual([{ query: "query A { me { name } }", variables: { id: "1" } }]);
  });

  it("is sent without variables where there are none", async () => {
    const { graphql, sent } = answered([{ json: { data: {} } }]);
    await graphql("{ me { name } }");
    expect(sent()).toEqual([{ query: "{ me { name } }" }]);
  });

  it("is sent again after a failure that passes, because it only reads", async () => {
    const { graphql, transport } = answered([{ status: 503, body: "" }, { json: { data: { me: {} } } }], {
      retry: { attempts: 2 },
    });
    expect(await graphql("{ me { name } }")).toEqual({ me: {} });
    expect(transport.requests.length).toBe(2);
  });

  it("gives status and response by .full, and each outcome as a value by .safe", async () => {
    const entry = { message: "m", path: ["me"], extensions: { status: 403 } };
    const { graphql } = answered([{ json: { data: { a: 1 } } }, { json: { data: { a: 1 } } }, failed([entry])]);
    expect(await graphql.full("{ a }")).toMatchObject({ ok: true, status: 200, data: { a: 1 }, meta: { attempts: 1 } });
    expect(await graphql.safe("{ a }")).toMatchObject({ ok: true, status: 200, data: { a: 1 } });
    const refused = await graphql.safe("{ a }");
    expect(refused).toMatchObject({ ok: false, status: 0, error: { name: "GraphqlError", kind: "forbidden" } });
    expect(refused.ok || isGraphqlError(refused.error)).toBe(true);
  });

  it("takes the options of any call", async () => {
    const { graphql, transport } = answered([{ json: { data: {} } }]);
    await graphql("{ a }", undefined, { headers: { "x-sender": "a-tool" } });
    expect(transport.requests[0]?.headers.get("x-sender")).toBe("a-tool");
    const aborted = await thrown(graphql("{ a }", {}, { signal: AbortSignal.abort("enough") }));
    expect(aborted).toMatchObject({ code: "aborted", reason: "enough" });
    expect(transport.requests.length).toBe(1);
  });
});

describe("an answer with errors", () => {
  const cases: [what: string, errors: unknown[], expected: object][] = [
    ["403", [{ message: "m", path: ["users"], extensions: { status: 403 } }], { kind: "forbidden", status: 403 }],
    ["404", [{ message: "m", path: ["project"], extensions: { status: 404 } }], { kind: "notFound", status: 404 }],
    ["400", [{ message: "m", path: ["project"], extensions: { status: 400 } }], { kind: "badRequest", status: 400 }],
    ["another status", [{ message: "m", path: ["a"], extensions: { status: 500 } }], { kind: "server", status: 500 }],
    ["no path", [{ message: "m", locations: [{ line: 1, column: 3 }] }], { kind: "document", status: undefined }],
    ["a path alone", [{ message: "m", path: ["project", 0, "x"] }], { kind: "server", status: undefined }],
    [
      "several entries, by the first with a status",
      [
        { message: "m", path: ["a"] },
        { message: "m", path: ["b"], extensions: { status: 404 } },
      ],
      { kind: "notFound", status: 404 },
    ],
    ["entries that are no objects", [null, 5, "text"], { kind: "document", status: undefined }],
    ["a status that is no number", [{ message: "m", path: 5, extensions: { status: "x" } }], { kind: "document" }],
  ];
  it.each(cases)("of %s is a GraphqlError that says so", async (_, errors, expected) => {
    const error = await thrown(answered([failed(errors)]).graphql("{ a }"));
    expect(error).toMatchObject({
      name: "GraphqlError",
      code: "graphql",
      operationId: "queryGraphql",
      method: "POST",
      urlTemplate: "/graphql",
      attempts: 1,
      retryable: false,
      ...expected,
    });
    expect((error as { errors: unknown[] }).errors.length).toBe(errors.length);
    expect(isGraphqlError(error)).toBe(true);
  });

  it("tells where and what in its own words, and keeps the server's words in .errors", async () => {
    const message = "column p.kind of relation secret_table is ambiguous";
    const errors = [{ message, locations: [{ line: 1, column: 2 }], path: ["project", "folders"] }];
    const error = await thrown(answered([failed(errors)]).graphql("{ a }"));
    expect(`${error}`).toBe(
      "GraphqlError: POST /graphql: queryGraphql at project.folders, the server failed, or a value is wrong; see its errors",
    );
    expect(error).toMatchObject({ errors: [{ message, path: ["project", "folders"], status: undefined }] });
    expect(JSON.stringify(error)).not.toContain("secret_table");
  });

  it("keeps what came in spite of them", async () => {
    const data = { project: { name: "harbour_short", folder: null } };
    const errors = [{ message: "m", path: ["project", "folder"], extensions: { status: 404 } }];
    const error = await thrown(answered([failed(errors, data)]).graphql("{ a }"));
    expect(error).toMatchObject({ kind: "notFound", data });
    expect(`${error}`).toContain("at project.folder, 404");
    expect(JSON.stringify(error)).not.toContain("harbour_short");
  });

  it("shows no credential that the server quotes", async () => {
    const errors = [{ message: `bad token ${token}`, path: [token], extensions: { status: 403 } }];
    const { graphql, transport } = answered([failed(errors)]);
    const outcome = await assertNoSecrets(() => graphql("{ a }"), token, { transport });
    expect(outcome).toMatchObject({ ok: false, error: { errors: [{ message: "bad token [secret]" }] } });
    expect(JSON.stringify((outcome as { error: { errors: unknown } }).error.errors)).not.toContain(token);
  });
});

describe("any other failure", () => {
  it("is the usual error of its status", async () => {
    const { graphql } = answered([
      { status: 401, json: { code: 401, detail: "no credential" } },
      { status: 400, body: "no query", headers: { "content-type": "text/plain" } },
      { status: 404, json: { code: 404, detail: "no such path" } },
      { status: 405, json: { detail: "not this method" } },
      { status: 500, body: "failed" },
    ]);
    const names = [];
    for (let count = 0; count < 5; count++) names.push(((await thrown(graphql("{ a }"))) as Error).name);
    expect(names).toEqual(["AuthenticationError", "BadRequestError", "ApiError", "ApiError", "ServerError"]);
  });

  it("is a DecodeError where the answer is no JSON, or has neither data nor errors", async () => {
    const html = { body: "<!doctype html><title>Sign in</title>", headers: { "content-type": "text/html" } };
    const answers = [
      html,
      { json: {} },
      { json: { data: null } },
      { json: { data: "x" } },
      { json: [1] },
      { body: "" },
    ];
    const { graphql } = answered(answers);
    for (const _ of answers) {
      const error = await thrown(graphql("{ a }"));
      expect(error).toMatchObject({ name: "DecodeError", status: 200 });
      expect(isGraphqlError(error)).toBe(false);
    }
  });

  it("is nothing where the list of errors is empty", async () => {
    const { graphql } = answered([failed([], { a: 1 }), failed(null, { a: 2 })]);
    expect(await graphql("{ a }")).toEqual({ a: 1 });
    expect(await graphql("{ a }")).toEqual({ a: 2 });
  });
});
