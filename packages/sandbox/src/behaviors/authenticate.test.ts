import { expect, it } from "vitest";
import { museumOperation, museumTables } from "../../test/museum-tables.ts";
import type { Actor } from "../engine/call.ts";
import { Refusal } from "../engine/refusal.ts";
import type { OperationTable, Tables } from "../tables/tables.ts";
import { authenticate, type Claim, type Grant } from "./authenticate.ts";

const url = new URL("http://museum.example/api/exhibitions?key=query-key");

function claim(headers: Record<string, string> = {}, now = 0): Claim {
  return { headers: new Headers(headers), url, now };
}

function bearer(token: string, now = 0): Claim {
  return claim({ authorization: `Bearer ${token}` }, now);
}

function outcome(
  sent: Claim,
  operation: OperationTable,
  grants?: readonly Grant[],
  tables: Pick<Tables, "auth"> = museumTables,
): Actor | string {
  try {
    return authenticate(sent, operation, tables, grants);
  } catch (error) {
    if (error instanceof Refusal) return `${error.status} ${error.response}: ${error.message}`;
    throw error;
  }
}

const read = museumOperation("listExhibitions");
const write = museumOperation("createExhibition");
const free = museumOperation("getOpeningHours");
const grants: readonly Grant[] = [
  { token: "guest", role: "guest" },
  { token: "curator", role: "curator", tier: "friend" },
  { token: "owner" },
  { token: "nobody", role: "constructor" },
  { token: "short-lived", expiresAt: 1000 },
];

it("takes any token of 8 characters or more where none are known, apart from invalid ones", () => {
  expect(outcome(bearer("12345678"), write)).toMatchObject({ token: "12345678", role: undefined });
  expect(outcome(bearer("1234567"), write)).toMatch(/^401 Unauthorized: The credentials sent as /);
  expect(outcome(bearer("invalid-token"), write)).toMatch(/^401 /);
});

it("answers missing credentials as declared", () => {
  expect(outcome(claim(), read, grants)).toBe(
    "401 Unauthorized: Credentials are missing: send Authorization: Bearer <token>",
  );
});

it.each(["Bearer", "Basic Z3Vlc3Q6Z3Vlc3Q=", "guest", "Bearer two words"])(
  "takes %j for invalid credentials, not for missing ones",
  (authorization) => {
    expect(outcome(claim({ authorization }), read, grants)).toMatch(/^401 Unauthorized: The credentials sent as /);
  },
);

it("takes the scheme's name in any case", () => {
  expect(outcome(claim({ authorization: "bearer guest" }), read, grants)).toMatchObject({ role: "guest" });
});

it("knows only the tokens that were given, where there are any", () => {
  expect(outcome(bearer("12345678"), read, grants)).toMatch(/^401 /);
  expect(outcome(bearer("12345678"), read, [])).toMatch(/^401 /);
  expect(outcome(bearer("curator"), write, grants)).toEqual({
    token: "curator",
    role: "curator",
    tier: "friend",
    scheme: "token",
  });
});

it("answers too few scopes as declared, and gives all scopes to a token without a role", () => {
  expect(outcome(bearer("guest"), read, grants)).toMatchObject({ role: "guest" });
  expect(outcome(bearer("guest"), write, grants)).toBe("403 Forbidden: The role guest lacks the scope museum.write");
  expect(outcome(bearer("nobody"), read, grants)).toMatch(/^403 /);
  expect(outcome(bearer("owner"), write, grants)).toMatchObject({ token: "owner", role: undefined });
});

it("takes a token until it expires on the session clock", () => {
  expect(outcome(bearer("short-lived", 999), read, grants)).toMatchObject({ token: "short-lived" });
  expect(outcome(bearer("short-lived", 1000), read, grants)).toMatch(/^401 Unauthorized/);
});

it.each([[[]], [[{}]], [[{ token: ["museum.read"] }, {}]]])(
  "needs no credentials for the security %j, uses those that are sent, and refuses wrong ones",
  (security) => {
    const operation = { ...free, security };
    expect(outcome(claim(), operation, grants)).toEqual({ token: undefined, role: undefined, tier: undefined });
    expect(outcome(bearer("curator"), operation, grants)).toMatchObject({ role: "curator", tier: "friend" });
    expect(outcome(bearer("wrong-token"), operation, grants)).toMatch(/^401 /);
  },
);

it("never shows a credential", () => {
  for (const sent of [bearer("invalid-secret"), bearer("secret")]) expect(outcome(sent, read)).not.toMatch(/secret/);
});

const { token } = museumTables.auth;
if (token === undefined) throw new Error("The museum has no bearer scheme");
const keyed = {
  auth: {
    token,
    header: { ...token, type: "apiKey" as const, name: "x-key", in: "header" as const },
    query: { ...token, type: "apiKey" as const, name: "key", in: "query" as const },
  },
};

it("reads an API key from the header or the query", () => {
  const inHeader = { ...read, security: [{ header: [] }] };
  expect(outcome(claim({ "x-key": "header-key" }), inHeader, undefined, keyed)).toMatchObject({ token: "header-key" });
  expect(outcome(claim(), inHeader, undefined, keyed)).toContain("send the header x-key");
  expect(outcome(claim(), { ...read, security: [{ query: [] }] }, undefined, keyed)).toMatchObject({
    token: "query-key",
  });
});

it("tells by which scheme a credential came, and whom its owner acts as where a header is declared for that", () => {
  const tables = { auth: { ...keyed.auth, header: { ...keyed.auth.header, actAs: "X-Act-As" } } };
  const either = { ...read, security: [{ header: [] }, { token: [] }] };
  const sent = (headers: Record<string, string>) =>
    outcome(claim({ ...headers, "x-act-as": "curator" }), either, undefined, tables);
  expect(sent({ "x-key": "header-key" })).toMatchObject({ scheme: "header", actsAs: "curator" });
  const byToken = sent({ authorization: "Bearer 12345678" });
  expect(byToken).toMatchObject({ scheme: "token" });
  expect(byToken).not.toHaveProperty("actsAs");
  expect(outcome(claim({ "x-key": "header-key" }), either, undefined, tables)).not.toHaveProperty("actsAs");
});

it("takes any alternative, wants all schemes of one, and refuses by the alternative that came nearest", () => {
  const either = { ...write, security: [{ header: [] }, { token: ["museum.write"] }] };
  expect(outcome(bearer("curator"), either, grants, keyed)).toMatchObject({ role: "curator" });
  expect(outcome(bearer("guest"), either, grants, keyed)).toMatch(/^403 /);
  expect(outcome(claim(), either, grants, keyed)).toContain("send the header x-key");
  const both = { ...write, security: [{ token: [], header: [] }] };
  expect(outcome(bearer("curator"), both, grants, keyed)).toMatch(/^401 .*the header x-key$/);
});

it("throws a RangeError for a scheme without declared answers: a slip of the tables", () => {
  expect(() => outcome(claim(), { ...read, security: [{ other: [] }] })).toThrow(RangeError);
});

it("takes a token that an operation has issued until its end, which others of the open kind do not have", () => {
  const [scheme = "", table] = Object.entries(museumTables.auth)[0] ?? [];
  const issued = { type: "Session", token: "/token", until: "/until" };
  const tables = { auth: { ...museumTables.auth, [scheme]: { ...table, issued } } } as Pick<Tables, "auth">;
  const sessions = [
    { token: "session-of-an-hour", until: "1970-01-01T01:00:00Z" },
    { token: "session-for-ever", until: null },
  ];
  const store = { list: (_type: string, where?: unknown) => sessions.filter(where as (entity: object) => boolean) };
  const at = (token: string, now: number) =>
    outcome({ ...bearer(token, now), store: store as never }, read, undefined, tables);
  expect(at("session-of-an-hour", 3_599_999)).toMatchObject({ token: "session-of-an-hour" });
  expect(at("session-of-an-hour", 3_600_000)).toMatch(/^401 Unauthorized/);
  expect(at("session-for-ever", 1e15)).toMatchObject({ token: "session-for-ever" });
  expect(at("any-other-token", 1e15)).toMatchObject({ token: "any-other-token" });
});
