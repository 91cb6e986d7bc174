import { describe, expectTypeOf, it } from "vitest";
import type { components, Vercel } from "../src/index.ts";
import type * as operations from "../src/operations.ts";
import type { Bound, Facts, Standalone } from "./types/facts.ts";

type S = components["schemas"];

/** What names the account of a call. */
interface Team {
  teamId?: S["TeamId"];
  slug?: string;
}

declare const vc: Vercel;

describe("the types of check runs and of streams", () => {
  it("listCheckRuns", () => {
    type Expected = Facts<
      { deploymentId: S["DeploymentId"] } & Team,
      S["CheckRunList"],
      200,
      400 | 401 | 403 | 404 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.checkRuns.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listCheckRuns>>().toEqualTypeOf<Expected>();
  });
  it("updateCheckRun", () => {
    type Expected = Facts<
      { deploymentId: S["DeploymentId"]; checkRunId: string } & Team & { body: S["CheckRunPatch"] },
      S["CheckRun"],
      200,
      400 | 401 | 403 | 404 | 410 | 413 | 429
    >;
    expectTypeOf<Bound<typeof vc.checkRuns.update>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.updateCheckRun>>().toEqualTypeOf<Expected>();
  });
  it("streams, whose lines have a type without an await before the loop and with one", async () => {
    const logs = vc.runtimeLogs.stream({ projectId: "harbour-site", deploymentId: "dpl_4Rk9" });
    for await (const line of logs) expectTypeOf(line).toEqualTypeOf<S["RuntimeLog"]>();
    for await (const line of await logs) expectTypeOf(line).toEqualTypeOf<S["RuntimeLog"]>();
    const events = vc.deployments.listEvents.stream({ idOrUrl: "harbour.example.com", follow: 1 });
    for await (const event of events) expectTypeOf(event).toEqualTypeOf<S["DeploymentEvent"]>();
  });
});
