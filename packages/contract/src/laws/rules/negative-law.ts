import fc from "fast-check";
import { must } from "../broken.ts";
import { writePointer } from "../document/pointer.ts";
import { isObject } from "../document/shapes.ts";
import type { Law } from "../law.ts";
import { negativeCases } from "../requests/negative-cases.ts";
import { writeRef } from "../requests/valid-draft.ts";
import { mustTell } from "./access-laws.ts";

/** What the document forbids is refused. */
export const negativeDataRejection: Law = {
  name: "negative_data_rejection",
  states: "what breaks the document as it arrives is refused with 400, 415 or 422, in the vendor's words",
  targets: ({ tables }) =>
    tables.operations.filter(({ parameters, body }) => parameters.length > 0 || body !== undefined).map(({ id }) => id),
  async check(bench, target) {
    const { context } = bench;
    const { shapes } = context;
    const operation = context.operation(target);
    const client = await bench.open();
    const valid = await client.valid(operation);
    for (const { what, draft, raw, inPath } of negativeCases(operation, valid, shapes)) {
      await bench.attempt(async () => {
        const answer = await client.send(operation, draft, raw === undefined ? {} : { raw });
        const expected = inPath === true ? [400, 404, 422] : [400, 415, 422];
        must(expected.includes(answer.status), `${what}; ${expected.join(", ")} expected`, answer);
        mustTell(answer, context);
      });
    }
    const { body } = valid;
    if (body === undefined || !/[/+]json\b/.test(body.mediaType) || !isObject(body.value)) return;
    const schema = operation.body?.content[body.mediaType]?.schema ?? true;
    const members = Object.keys(body.value);
    if (members.length === 0) return;
    const wrong = fc.record({ name: fc.constantFrom(...members), value: fc.jsonValue({ maxDepth: 2 }) });
    await bench.property(wrong, async ({ name, value }) => {
      const changed = writePointer(body.value, `/${name}`, value);
      fc.pre(!shapes.isValid(schema, changed));
      const answer = await client.send(operation, writeRef(valid, "body", changed));
      must([400, 422].includes(answer.status), "invalid data is accepted; 400 or 422 expected", answer);
    });
  },
};
