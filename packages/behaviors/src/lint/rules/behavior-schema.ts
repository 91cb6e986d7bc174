import { type Violation, validate } from "../../validate.ts";
import { behaviorsSchema } from "../../vocabulary/behaviors.ts";
import type { JsonSchema } from "../../vocabulary/json-schema.ts";
import { keys } from "../../vocabulary/keys.ts";
import type { Location } from "../redocly-types.ts";
import type { Check, Report } from "../rule.ts";
import type { Spot } from "../spot.ts";

/** Each key is as its JSON Schema says, as written and after an operation's overrides are merged in. */
export const behaviorSchema: Check = (document, report) => {
  if (document.behaviors !== undefined) judge("x-behaviors", behaviorsSchema, document.behaviors, report);
  for (const operation of document.operations) {
    for (const { extension, use } of keys) {
      const spot = operation.spot.get(extension);
      if (spot !== undefined) judge(`${operation.id}: ${extension}`, use, spot, report);
    }
  }
  for (const key of keys) {
    const { written, merged } = key.definitions ?? {};
    if (written === undefined || merged === undefined) continue;
    for (const { operation, used } of document.users(key)) {
      if (used.definition === undefined || validate(written, used.definition.value).length > 0) continue;
      if (validate(key.use, used.spot.value).length > 0) continue;
      for (const { path, message } of validate(merged, used.merged)) {
        const what = [`${used.reference.name} with the overrides here`, ...path].join("/");
        report(`${operation.id}: ${key.extension} ${what} ${message}.`, used.spot.at);
      }
    }
  }
};

function judge(what: string, schema: JsonSchema, spot: Spot, report: Report): void {
  for (const violation of validate(schema, spot.value)) {
    const place = [what, ...violation.path].join("/");
    report(`${place} ${violation.message}.`.replace(/\.\.$/, "."), placeOf(spot.at, violation));
  }
}

function placeOf(at: Location, { path }: Violation): Location {
  return path.length === 0 ? at : at.child(path);
}
