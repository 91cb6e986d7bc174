import type { AnswerTable, AuthTable, OperationTable, Schema, Tables } from "@fairlead/sandbox/tables";
import fc from "fast-check";
import { must } from "../broken.ts";
import { readPointer } from "../document/pointer.ts";
import type { Law } from "../law.ts";
import type { LawContext } from "../law-context.ts";
import { arbitraryOf } from "../requests/arbitrary-of.ts";
import { keyOf } from "../requests/cast.ts";
import { type Exchange, isSuccess } from "../requests/exchange.ts";
import { referencesOf } from "../requests/references.ts";
import { schemaOfRef } from "../requests/schema-of-ref.ts";
import { readRef, writeRef } from "../requests/valid-draft.ts";
import { mustConform } from "./conformance-laws.ts";

/** Missing, invalid and insufficient credentials are each told apart. */
export const authAnswers: Law = {
  name: "auth_answers",
  states: "missing and invalid credentials, and a role without the scopes, each give their declared answer",
  targets: (context) =>
    context.tables.operations.filter((one) => schemeOf(one, context) !== undefined).map(({ id }) => id),
  async check(bench, target) {
    const { context } = bench;
    const operation = context.operation(target);
    const scheme = schemeOf(operation, context);
    if (scheme === undefined) return;
    const client = await bench.open();
    const draft = await client.valid(operation);
    const isOpen = operation.security.some((alternative) => Object.keys(alternative).length === 0);
    await bench.attempt(async () => {
      const answer = await client.send(operation, draft, { credential: null });
      if (isOpen) must(answer.status !== scheme.missing.status, "no credential is needed, and one is demanded", answer);
      else mustAnswer(answer, scheme.missing, "without a credential", context);
    });
    await bench.attempt(async () => {
      const answer = await client.send(operation, draft, { credential: "invalid-credential" });
      mustAnswer(answer, scheme.invalid, "with an invalid credential", context);
    });
    for (const [role, scopes] of Object.entries(scheme.roles)) {
      const enough = operation.security.some((alternative) =>
        Object.values(alternative).every((needed) => needed.every((scope) => scopes.includes(scope))),
      );
      await bench.attempt(async () => {
        const own = await bench.open();
        const answer = await own.send(operation, await own.valid(operation), { credential: own.world.token(role) });
        if (enough) must(isSuccess(answer), `the role ${role} is refused`, answer);
        else mustAnswer(answer, scheme.forbidden, `in the role ${role}`, context);
      });
    }
  },
};

/** What does not exist is not found. */
export const unknownId: Law = {
  name: "unknown_id_is_404",
  states: "an id of something that does not exist, in the path or of a parent, gives the declared 404",
  targets: (context) => context.tables.operations.filter((one) => idsOf(one, context).length > 0).map(({ id }) => id),
  async check(bench, target) {
    const { context } = bench;
    const operation = context.operation(target);
    const client = await bench.open();
    const draft = await client.valid(operation);
    for (const [ref, type] of idsOf(operation, context)) {
      const known = readRef(draft, ref);
      if (known === undefined) continue; // optional, and not sent
      await bench.attempt(async () => {
        const schema = schemaOfRef(operation, ref, context.shapes, draft.body?.mediaType);
        const entities = await client.world.entities(type);
        const taken = new Set(entities.map((one) => String(keyOf(context.tables, type, one))));
        const unknown = unknownLike(known, schema, context).find((value) => !taken.has(String(value)));
        must(unknown !== undefined, `no unknown value of ${ref} is allowed by its schema`);
        const answer = await client.send(operation, writeRef(draft, ref, unknown));
        must(answer.status === 404, `${ref} is ${JSON.stringify(unknown)}, which does not exist; 404 expected`, answer);
        mustTell(answer, context);
      });
    }
  },
};

/** A method that no operation declares is told, with those that are. */
export const unsupportedMethod: Law = {
  name: "unsupported_method",
  states: "an undeclared method gives 405, and Allow lists exactly the declared ones with HEAD and OPTIONS",
  targets: ({ tables }) => [...new Map(tables.operations.map(({ path, id }) => [placeOf(path, tables), id])).values()],
  async check(bench, target) {
    const { context } = bench;
    const { path } = context.operation(target);
    const { tables } = context;
    const here = tables.operations.filter((one) => placeOf(one.path, tables) === placeOf(path, tables));
    const declared = [...new Set(here.map(({ method }) => method))];
    const expected = [...declared, ...(declared.includes("GET") ? ["HEAD"] : []), "OPTIONS"].sort();
    const client = await bench.open();
    const draft = await client.valid(context.operation(target));
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"]) {
      if (declared.includes(method)) continue;
      await bench.attempt(async () => {
        const { body: _body, ...rest } = draft;
        const answer = await client.send(context.operation(target), { ...rest, query: {} }, { method });
        must(answer.status === 405, `${method} is not declared; 405 expected`, answer);
        const allow =
          answer.headers
            .get("allow")
            ?.split(/\s*,\s*/)
            .sort() ?? [];
        must(
          allow.join() === expected.join(),
          `Allow is "${allow.join(", ")}", declared is "${expected.join(", ")}"`,
          answer,
        );
        mustTell(answer, context);
      });
    }
  },
};

/** What tells a path from others: the names of its parameters don't, nor does its version where any will do. */
function placeOf(path: string, { anyVersion }: Tables): string {
  const unversioned = anyVersion === true ? path.replace(/^\/v\d+(?=\/)/, "") : path;
  return unversioned.replaceAll(/\{[^}]+\}/g, "{}");
}

/** HEAD is GET without the body. */
export const headAsGet: Law = {
  name: "head_as_get",
  states: "HEAD gives the status and the content type of GET, and no body",
  targets: ({ tables }) => tables.operations.filter(({ method }) => method === "GET").map(({ id }) => id),
  async check(bench, target) {
    await bench.attempt(async () => {
      const client = await bench.open();
      const operation = bench.context.operation(target);
      const draft = await client.valid(operation);
      const get = await client.send(operation, draft);
      const head = await client.send(operation, draft, { method: "HEAD" });
      must(head.status === get.status, `GET gives ${get.status}, HEAD ${head.status}`, head);
      const [got, expected] = [head, get].map(({ headers }) => headers.get("content-type"));
      must(got === expected, `the content type is ${got}, that of GET ${expected}`, head);
      must(head.bytes.length === 0, "HEAD has a body", head);
    });
  },
};

/**
 * Ends the case unless an error body has a text for people, or is one.
 * @throws {Broken} There is none where the document says it stands.
 */
export function mustTell(answer: Exchange, context: LawContext): void {
  const isPlain = (answer.headers.get("content-type") ?? "").startsWith("text/plain");
  const text = isPlain
    ? new TextDecoder().decode(answer.bytes)
    : readPointer(answer.json, context.tables.errors.message);
  must(typeof text === "string" && text !== "", `the error has no text at ${context.tables.errors.message}`, answer);
  mustConform(answer, context);
}

/** Ends the case unless an answer is the declared one. @throws {Broken} Its status or its body is another. */
export function mustAnswer(answer: Exchange, expected: AnswerTable, when: string, context: LawContext): void {
  must(answer.status === expected.status, `${when} ${expected.status} is expected`, answer);
  const content = context.tables.responses[expected.response]?.content ?? {};
  for (const [mediaType, { schema }] of Object.entries(content)) {
    if (!/[/+]json\b/.test(mediaType)) continue;
    const faults = context.shapes.violations(schema, answer.json);
    must(faults.length === 0, `${when} the body is not that of ${expected.response}: ${faults.join("; ")}`, answer);
  }
  mustConform(answer, context);
}

function schemeOf({ security }: OperationTable, { tables }: LawContext): AuthTable | undefined {
  const names = security.flatMap((alternative) => Object.keys(alternative));
  return tables.auth[names[0] ?? ""];
}

/** What of a request is declared to name an entity by its key, or does so in the path where a 404 is declared, with its type. */
function idsOf(operation: OperationTable, { tables, shapes }: LawContext): [string, string][] {
  return [...referencesOf(operation, tables, shapes)]
    .filter(
      ([ref, { type, pointer, declared }]) =>
        tables.resources[type]?.key.pointer === pointer &&
        (declared || (ref.startsWith("path.") && operation.responses["404"] !== undefined)),
    )
    .map(([ref, { type }]) => [ref, type]);
}

/** Ids that the schema allows and that hardly exist: one of the known one's form, plain ones, and where it takes none of them others made from it. */
function unknownLike(known: unknown, schema: Schema, { shapes, seed }: LawContext): unknown[] {
  const plain =
    typeof known === "number"
      ? [987_654_321, 98_765, 9876]
      : [
          sameForm(String(known)),
          "7d1e5f0a-3b2c-4d6e-8f90-a1b2c3d4e5f6",
          "zzzzzzzz",
          "z".repeat(String(known).length),
          "987654321",
        ];
  const allowed = plain.filter((value) => shapes.isValid(schema, value));
  if (allowed.length > 0) return allowed;
  const made = fc.sample(arbitraryOf(schema, shapes), { seed, numRuns: 20 });
  return made.filter((value) => typeof value === typeof known && value !== "");
}

/** A text with other letters and digits in the same places: what is a name of some form stays one. */
function sameForm(text: string): string {
  return text.replace(/[a-z]/g, "z").replace(/[A-Z]/g, "Z").replace(/\d/g, "9");
}
