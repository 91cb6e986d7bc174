import { isNotFoundError } from "@fairlead/vercel";
import { describe, expect, it } from "vitest";
import { failure } from "./failure.ts";
import { useSandbox, type World, ways } from "./on-sandbox.ts";

const production = { projectId: "harbour-site", deploymentId: "dpl_4Rk9zTf2QwE7xUa5mNc8vBj3" };
const foreign = "dpl_5Vt8wKe3RyH6bNj1cXq9uLm4";
const page = { files: [{ file: "index.html", data: "<h1>Pier</h1>" }] };

/** A line in a few words. */
function told(event: unknown): string {
  const { type, text, info } = event as { type: string; text?: string; info?: { readyState?: string } };
  return [type, text ?? info?.readyState].filter(Boolean).join(" ");
}

async function all<Line>(lines: AsyncIterable<Line>): Promise<Line[]> {
  const found: Line[] = [];
  for await (const line of lines) found.push(line);
  return found;
}

/** Lines that were there when nothing more came: asks for one more, which stays open. */
function reading<Line>(lines: AsyncIterable<Line>) {
  const iterator = lines[Symbol.asyncIterator]();
  return {
    next: async () => (await iterator.next()).value as Line | undefined,
    leave: async () => void (await iterator.return?.()),
  };
}

/** Has a deployment write a line, past all requests. */
const write = ({ api }: World, message: string, more: object = {}) =>
  api.vercel.store.create("RuntimeLog", { deploymentId: production.deploymentId, message, ...more });

describe.each(ways)("streams of the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("send the events of a build as the clock brings them, and end with it", async () => {
    const { acme, clock } = world();
    const { id: idOrUrl } = await acme.deployments.create({ body: { name: "tide-table", ...page } });
    const events = reading(acme.deployments.listEvents.stream({ idOrUrl, follow: 1 }));
    const first = events.next();
    clock.advance(1000);
    expect(told(await first)).toBe("deployment-state INITIALIZING");
    clock.advance(1000);
    expect(told(await events.next())).toBe("deployment-state BUILDING");
    expect(told(await events.next())).toBe("stdout The build runs in iad1");
    clock.advance("PT1M");
    const rest: string[] = [];
    for (let event = await events.next(); event !== undefined; event = await events.next()) rest.push(told(event));
    expect(rest).toEqual([
      "stdout Fetching 1 file",
      "stdout Keeping what was built",
      "deployment-state READY",
      "alias-assigned",
    ]);
    const listed = await acme.deployments.listEvents({ idOrUrl });
    expect(listed).toHaveLength(7);
    expect(await all(acme.deployments.listEvents.stream({ idOrUrl, follow: 1 }))).toEqual(listed);
  });

  it("send a build's end that comes by being asked for, by failure or by cancelling", async () => {
    const { acme, jobs } = world();
    const ends = async (end: (idOrUrl: string) => Promise<unknown>): Promise<unknown> => {
      const { id: idOrUrl } = await acme.deployments.create({
        body: { name: "tide-table", ...page },
        forceNew: "1",
      });
      const events = all(acme.deployments.listEvents.stream({ idOrUrl, follow: 1 }));
      await end(idOrUrl);
      return (await events).map(told);
    };
    const poll = async (idOrUrl: string): Promise<void> => {
      for (let polls = 0; polls < 8; polls += 1) await acme.deployments.get({ idOrUrl });
    };
    expect(await ends(poll)).toContain("deployment-state READY");
    jobs.plan({ operationId: "createDeployment", end: "ERROR", message: "No pier" });
    expect(await ends(poll)).toEqual(expect.arrayContaining(["stderr No pier", "deployment-state ERROR"]));
    expect(await ends((id) => acme.deployments.cancel({ id }))).toEqual(["deployment-state CANCELED"]);
    expect(await ends((idOrUrl) => acme.deployments.delete({ idOrUrl }))).toEqual([]);
  });

  it("take the filters of the list", async () => {
    const { acme } = world();
    const idOrUrl = production.deploymentId;
    const listed = await acme.deployments.listEvents({ idOrUrl });
    const stream = async (query: object): Promise<unknown> =>
      all(acme.deployments.listEvents.stream({ idOrUrl, follow: 1, ...query }));
    expect(await stream({ direction: "backward" })).toEqual(listed.toReversed());
    expect(await stream({ limit: 2 })).toEqual(listed.slice(0, 2));
    expect(await stream({ limit: 0 })).toEqual([]);
    const since = Date.parse("2025-11-04T08:30:22Z");
    expect(((await stream({ since })) as unknown[]).map(told)).toEqual(["deployment-state READY", "alias-assigned"]);
    expect(await stream({ statusCode: 500 })).toEqual([]);
    expect(await stream({ name: "bld_none" })).toEqual([]);
  });

  it("end when the clock has passed the time that was asked for", async () => {
    const { acme, clock } = world();
    const { id: idOrUrl } = await acme.deployments.create({ body: { name: "tide-table", ...page } });
    const until = clock.now() + 1500;
    const events = all(acme.deployments.listEvents.stream({ idOrUrl, follow: 1, until }));
    clock.advance(1501);
    expect((await events).map(told)).toEqual(["deployment-state INITIALIZING"]);
  });

  it("send what a deployment writes from then on, and what is not said of a line is usual", async () => {
    const here = world();
    write(here, "before");
    const logs = await here.acme.runtimeLogs.stream(production);
    const lines = reading(logs);
    const first = lines.next();
    write(here, "The tide is late", { level: "error", requestPath: "/tides", responseStatusCode: 500 });
    write(here, "of another", { deploymentId: "dpl_8Jm2yPd6WsC4hLx9aVt1qZn5" });
    write(here, "after");
    expect(await first).toEqual({
      rowId: expect.stringMatching(/^\w{16}$/),
      timestampInMs: expect.any(Number),
      level: "error",
      source: "serverless",
      message: "The tide is late",
      messageTruncated: false,
      domain: "",
      requestMethod: "GET",
      requestPath: "/tides",
      responseStatusCode: 500,
    });
    expect(await lines.next()).toMatchObject({ message: "after", level: "info" });
    await lines.leave();
  });

  it("end with the deployment that they are of", async () => {
    const here = world();
    const logs = all(await here.acme.runtimeLogs.stream(production));
    write(here, "last words");
    await new Promise((resolve) => setImmediate(resolve));
    await here.acme.deployments.delete({ idOrUrl: production.deploymentId });
    expect((await logs).map(({ message }) => message)).toEqual(["last words"]);
  });

  it("are of a deployment of the project and the account: 404 before the first line", async () => {
    const { acme, own } = world();
    const { deploymentId } = production;
    const lost = [
      own.runtimeLogs.stream(production),
      acme.runtimeLogs.stream({ projectId: "tide-table", deploymentId }),
      acme.runtimeLogs.stream({ projectId: "none", deploymentId }),
      acme.runtimeLogs.stream({ projectId: "harbour-site", deploymentId: foreign }),
      acme.deployments.listEvents.stream({ idOrUrl: foreign, follow: 1 }),
    ];
    for (const call of lost) expect(isNotFoundError(await failure(call as Promise<unknown>))).toBe(true);
  });
});
