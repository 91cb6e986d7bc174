import { expandOperation } from "./expand.ts";
import type { Plugin, VisitorFactory } from "./lint/redocly-types.ts";
import { rule } from "./lint/rule.ts";
import { behaviorAnswer } from "./lint/rules/behavior-answer.ts";
import { behaviorCoverage } from "./lint/rules/behavior-coverage.ts";
import { behaviorJobGraph } from "./lint/rules/behavior-job-graph.ts";
import { behaviorMethod } from "./lint/rules/behavior-method.ts";
import { behaviorPointer } from "./lint/rules/behavior-pointer.ts";
import { behaviorReference } from "./lint/rules/behavior-reference.ts";
import { behaviorRequired } from "./lint/rules/behavior-required.ts";
import { behaviorSchema } from "./lint/rules/behavior-schema.ts";
import { evidenceDate } from "./lint/rules/evidence-date.ts";
import { rateLimitHeaders } from "./lint/rules/rate-limit-headers.ts";
import { Spot } from "./lint/spot.ts";

/** Writes the defaults of `x-behaviors` into every operation of `paths`, in lint and bundle. */
const expandBehaviors: VisitorFactory = () => {
  let behaviors: unknown;
  let inWebhooks = false; // what stands there is sent by the server, which has no quota with its receivers
  return {
    Root: {
      enter(root, { location, resolve }) {
        behaviors = new Spot(root["x-behaviors"], location, resolve).value;
      },
    },
    WebhooksMap: {
      enter() {
        inWebhooks = true;
      },
      leave() {
        inWebhooks = false;
      },
    },
    Operation: {
      leave(operation, { key }) {
        if (!inWebhooks) expandOperation(operation, String(key), behaviors);
      },
    },
  };
};

/** The Redocly plugin `fairlead`: the rules of the vocabulary, and the step that writes its defaults out. */
const plugin = (): Plugin => ({
  id: "fairlead",
  preprocessors: { oas3: { "expand-behaviors": expandBehaviors } },
  rules: {
    oas3: {
      "behavior-schema": rule(behaviorSchema),
      "behavior-reference": rule(behaviorReference),
      "behavior-pointer": rule(behaviorPointer),
      "behavior-required": rule(behaviorRequired),
      "behavior-method": rule(behaviorMethod),
      "behavior-job-graph": rule(behaviorJobGraph),
      "behavior-answer": rule(behaviorAnswer),
      "behavior-coverage": rule(behaviorCoverage),
      "rate-limit-headers": rule(rateLimitHeaders),
      "evidence-date": rule(evidenceDate),
    },
  },
});

export default plugin;
