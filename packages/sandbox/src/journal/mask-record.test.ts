import fc from "fast-check";
import { expect, test } from "vitest";
import { exchange } from "../../test/control-world.ts";
import { museumOperation, museumTables } from "../../test/museum-tables.ts";
import type { OperationTable, Tables } from "../tables/tables.ts";
import type { JournalRecord } from "./journal-entry.ts";
import { maskRecord } from "./mask-record.ts";

const tables: Tables = {
  ...museumTables,
  auth: {
    ...museumTables.auth,
    ...Object.fromEntries(
      (["header", "query"] as const).map((place) => [
        place,
        { ...museumTables.auth.token, type: "apiKey", in: place, name: place === "header" ? "X-Museum" : "entry" },
      ]),
    ),
  } as Tables["auth"],
};

/** An operation whose secrets have harmless names, so that only the declaration gives them away. */
const declared: OperationTable = {
  ...museumOperation("createVisitor"),
  path: "/api/visitors/{badge}/of/{id}",
  sensitive: {
    path: ["badge"],
    query: ["q"],
    header: ["X-Shelf"],
    request: ["/email", "/cards/number", "/notes/0/text"],
    response: ["/result/link", "/deep"],
  },
};

const entryOf = (about: Partial<JournalRecord>) => maskRecord(exchange({ operation: declared, ...about }), tables);

test("What is declared as sensitive is masked where it stands, in each item of a list too", () => {
  const entry = entryOf({
    pathname: "/api/visitors/b4dge-of-ada/of/7",
    query: new URLSearchParams("q=looking-for-ada&q=and-her-hat&page=2"),
    requestBody: {
      email: "ada@example.com",
      cards: [{ number: 4111 }, { number: 4222, kind: "debit" }],
      notes: [{ text: "first" }, { text: "second" }],
      name: "Ada",
      seats: 4,
      vip: true,
      hat: null,
    },
    responseBody: { result: [{ link: "https://x.example/1", id: 1 }], deep: { in: ["side"] } },
  });
  expect(entry).toMatchObject({
    path: "/api/visitors/***/of/7",
    query: { q: ["***", "***"], page: ["2"] },
    requestBody: {
      email: "***",
      cards: [{ number: "***" }, { number: "***", kind: "debit" }],
      notes: [{ text: "***" }, { text: "second" }],
      name: "Ada",
      seats: 4,
      vip: true,
      hat: null,
    },
    responseBody: { result: [{ link: "***", id: 1 }], deep: "***" },
  });
});

test("What is only named like a secret is masked too", () => {
  const { requestBody, query, path } = entryOf({
    operation: { ...museumOperation("getOpeningHours"), path: "/api/doors/{doorToken}" },
    pathname: "/api/doors/open-sesame",
    query: new URLSearchParams("access_token=abcdef"),
    requestBody: {
      user: { newPassword: "hunter22" },
      tokens: ["one-one", { of: "two-two" }],
      tokenCount: 3,
      pwd: 12_345,
    },
  });
  expect({ requestBody, query, path }).toEqual({
    requestBody: { user: { newPassword: "***" }, tokens: ["***", { of: "***" }], tokenCount: 3, pwd: "***" },
    query: { access_token: ["***"] },
    path: "/api/doors/***",
  });
});

const sources: Readonly<Record<string, (secret: string) => Partial<JournalRecord>>> = {
  "a bearer token": (secret) => ({ headers: new Headers({ authorization: `Bearer ${secret}` }) }),
  "a basic password": (secret) => ({ headers: new Headers({ authorization: `Basic ${btoa(`ada:${secret}`)}` }) }),
  "a cookie": (secret) => ({ headers: new Headers({ cookie: `theme=dark; sid=${secret}` }) }),
  "a declared API key header": (secret) => ({ headers: new Headers({ "x-museum": secret }) }),
  "a sensitive header": (secret) => ({ headers: new Headers({ "x-shelf": secret }) }),
  "a header named like a secret": (secret) => ({ headers: new Headers({ "x-csrf-token": secret }) }),
  "a declared API key in the query": (secret) => ({ query: new URLSearchParams({ entry: secret }) }),
  "a sensitive query parameter": (secret) => ({ query: new URLSearchParams({ q: secret }) }),
  "a query parameter named like a secret": (secret) => ({ query: new URLSearchParams({ sig: secret }) }),
  "a sensitive path parameter": (secret) => ({ pathname: `/api/visitors/${encodeURIComponent(secret)}/of/7` }),
  "a sensitive member of the request": (secret) => ({ requestBody: { email: secret } }),
  "a member named like a secret": (secret) => ({ requestBody: { deep: [{ password: secret }] } }),
  "a sensitive member of the answer": (secret) => ({ responseBody: { result: [{ link: secret }] } }),
  "a member of the answer named like a secret": (secret) => ({ responseBody: { accessToken: secret } }),
};

/** A record in which the secret turns up everywhere, besides where it came in. */
function everywhere(secret: string, about: Partial<JournalRecord>): JournalRecord {
  const query = new URLSearchParams(about.query);
  query.append("note", `saw ${secret}`);
  const { pathname = "/api/visitors/b/of" } = about;
  return exchange({
    operation: declared,
    ...about,
    pathname: `${pathname}/${encodeURIComponent(secret)}`,
    query,
    violations: [`query note must be short (it is ${JSON.stringify(`saw ${secret}`)})`, `Error: ${secret}`],
    requestBody: {
      ...(about.requestBody as object),
      echo: [secret],
      [secret]: 1,
      address: `https://a.example/${encodeURI(secret)}`,
    },
    responseBody: {
      ...(about.responseBody as object),
      echo: { text: `You sent ${secret}!`, json: JSON.stringify({ secret }) },
    },
  });
}

test.each(Object.entries(sources))("%s is nowhere in the entry, wherever it turns up again", (_, source) => {
  // Header values are ASCII; a URL never keeps a space at its end.
  const secrets = fc.stringMatching(/^[!-~]{6,90}$/).filter((text) => !/[;,*]/.test(text));
  fc.assert(
    fc.property(secrets, (secret) => {
      const entry = maskRecord(everywhere(secret, source(secret)), tables);
      const kept = JSON.stringify(entry);
      for (const form of [secret, encodeURIComponent(secret), encodeURI(secret), JSON.stringify(secret).slice(1, -1)])
        expect(kept).not.toContain(form);
    }),
  );
});

test("A secret that a violation quotes cut short is not shown either", () => {
  const secret = "s".repeat(59) + "ecret".repeat(8);
  const cut = (where: string) => `${where} must match pattern (it is ${JSON.stringify(secret.slice(0, 60))})`;
  const { violations } = entryOf({
    query: new URLSearchParams({ q: secret }),
    pathname: `/api/visitors/${secret}/of/7`,
    violations: [cut("query q"), cut("path badge"), 'query page must be integer (it is "many")'],
  });
  expect(violations).toEqual([
    "query q must match pattern",
    "path badge must match pattern",
    'query page must be integer (it is "many")',
  ]);
});

test("Of a path that no operation has, long parts and what follows the name of a secret are masked", () => {
  const entry = entryOf({
    operation: undefined,
    pathname: "/api/tokens/abc/photos/0e0f6a4e-8f5d-4f53-9d4b-2f1c5a3b7e10/0123456789abcdef0123456789abcdef/x",
  });
  expect(entry.path).toBe("/api/tokens/***/photos/0e0f6a4e-8f5d-4f53-9d4b-2f1c5a3b7e10/***/x");
  expect(entry).not.toHaveProperty("operationId");
});

test("No headers are kept", () => {
  const kept = JSON.stringify(
    entryOf({ headers: new Headers({ "user-agent": "Visitor/1.0", "x-harmless": "harmless" }) }),
  );
  expect(kept).not.toMatch(/Visitor\/1|harmless/);
});

test("A body is kept up to 8192 characters, and a longer one is named as left out", () => {
  const short = entryOf({ requestBody: { text: "x".repeat(8000) }, responseBody: [] });
  expect(short).toMatchObject({ requestBody: { text: expect.stringMatching(/^x{8000}$/) }, responseBody: [] });
  expect(short.omitted).toBeUndefined();
  const long = entryOf({
    requestBody: { text: "x".repeat(8200) },
    responseBody: Array.from({ length: 2000 }, () => 12),
  });
  expect(long.omitted).toEqual(["requestBody", "responseBody"]);
  expect(long).not.toHaveProperty("requestBody");
  expect(long).not.toHaveProperty("responseBody");
});

test("A secret in a body that is too long is still masked in the answer", () => {
  const entry = entryOf({
    requestBody: { text: "x".repeat(9000), password: "hunter22" },
    responseBody: { echo: "hunter22" },
  });
  expect(entry.responseBody).toEqual({ echo: "***" });
});

test("A file in a body stands as its name, type and size", () => {
  const file = {
    sha256: "0a",
    md5: "",
    sha1: "",
    size: 3,
    type: "image/png",
    name: "lamp.png",
    blob: new Blob(["abc"]),
  };
  expect(entryOf({ requestBody: file }).requestBody).toEqual({ file: "lamp.png", type: "image/png", size: 3 });
  expect(entryOf({ requestBody: { photo: file } }).requestBody).toEqual({
    photo: { file: "lamp.png", type: "image/png", size: 3 },
  });
});

test("Masking changes nothing in the exchange itself", () => {
  const requestBody = { email: "ada@example.com", cards: [{ number: "4111" }] };
  const record = exchange({ operation: declared, requestBody });
  const before = structuredClone(requestBody);
  maskRecord(record, tables);
  expect(requestBody).toEqual(before);
});
