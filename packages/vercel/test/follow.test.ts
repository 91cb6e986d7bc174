import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import {
  type Clock,
  createVercel,
  followEvents,
  followLogs,
  isAbortedError,
  isConnectionError,
  isNotFoundError,
  isPermissionDeniedError,
  type Vercel,
} from "@fairlead/vercel";
import * as operations from "@fairlead/vercel/operations";
import { describe, expect, it, onTestFinished } from "vitest";
import { failure } from "./failure.ts";
import { useSandbox, ways } from "./on-sandbox.ts";

/** A number of a test's own, which is shown where it fails. */
const seed = 20_261_121;

/** Values from 0 to below 1 that a seed repeats. */
function seeded(start: number): () => number {
  let state = start;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

const idOrUrl = "dpl_4Rk9zTf2QwE7xUa5mNc8vBj3";

const event = (serial: number, date: number, more: object = {}) => ({
  type: "stdout",
  created: date,
  date,
  deploymentId: idOrUrl,
  id: `event-${serial}`,
  serial: `${serial}`,
  text: `Zeile ${serial}, größer`,
  info: { type: "build", name: "bld_1" },
  ...more,
});

/** What a test's server does with one request. */
type Answer = (response: ServerResponse, asked: URL, ask: number) => void;

/** A server on a port of its own, whose clients don't wait in real time. */
async function serve(answer: Answer): Promise<{ vc: Vercel; asked: URL[]; open: () => number }> {
  const asked: URL[] = [];
  let open = 0;
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? "", "http://localhost");
    asked.push(url);
    open += 1;
    response.on("close", () => {
      open -= 1;
    });
    answer(response, url, asked.length);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const clock: Clock = {
    now: () => 0,
    after(delayMs, run) {
      if (delayMs >= 50_000) return () => {}; // a limit, and no pause
      const due = setImmediate(run);
      return () => clearImmediate(due);
    },
  };
  const vc = createVercel({
    auth: "fictional-token-0001",
    baseUrl: `http://127.0.0.1:${port}`,
    clock,
    retry: false,
    rateLimit: { mode: "off" },
    timeouts: { headersMs: 60_000, bodyIdleMs: 60_000 },
  });
  return { vc, asked, open: () => open };
}

const json = (response: ServerResponse, value: unknown, status = 200): void => {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
};
const begin = (response: ServerResponse): ServerResponse =>
  response.writeHead(200, { "content-type": "application/stream+json" });

/** A build as the vendor's server may have it: events, of which any stream is cut somewhere, and the end. */
function build(events: readonly ReturnType<typeof event>[], cutAt: (bytes: number, stream: number) => number) {
  let streams = 0;
  const answer: Answer = (response, url) => {
    if (!url.pathname.endsWith("/events")) {
      // The deployment ends once a stream could have told all of it.
      return json(response, { id: idOrUrl, readyState: streams > 3 ? "READY" : "BUILDING" });
    }
    const since = Number(url.searchParams.get("since") ?? 0);
    const found = events.filter(({ date }) => date >= since);
    if (url.searchParams.get("follow") !== "1") return json(response, [null, ...found]);
    streams += 1;
    const bytes = Buffer.from(found.map((one) => `${JSON.stringify(one)}\n`).join(""));
    const end = cutAt(bytes.length, streams);
    begin(response).write(bytes.subarray(0, end), () => {
      if (streams % 2 === 0) response.socket?.destroy();
      else response.end();
    });
  };
  return { answer, streams: () => streams };
}

describe("following events of a server that cuts", () => {
  it(`gives each once and in order, wherever it cuts, within characters too (seed ${seed})`, async () => {
    for (let round = 0; round < 12; round += 1) {
      const random = seeded(seed + round);
      const events = Array.from({ length: 20 }, (_, index) => event(index, 1000 + Math.floor(index / 3) * 4000));
      const { answer } = build(events, (bytes) => Math.floor(random() * bytes));
      const { vc } = await serve(answer);
      const ids: unknown[] = [];
      for await (const one of followEvents(vc, { idOrUrl })) ids.push((one as { id?: string }).id);
      expect({ round, ids }).toEqual({ round, ids: events.map(({ id }) => id) });
    }
  });

  it("asks for what comes after the last event, with 5 seconds of what is known, and for the team", async () => {
    const events = [event(1, 10_000), event(2, 20_000)];
    const { answer } = build(events, (bytes, stream) => (stream === 1 ? Math.floor(bytes / 2) : bytes));
    const { vc, asked } = await serve(answer);
    const seen: unknown[] = [];
    for await (const one of followEvents(vc, { idOrUrl, slug: "acme", since: 6000 })) seen.push(one);
    expect(seen).toEqual(events);
    const streams = asked.filter(({ searchParams }) => searchParams.get("follow") === "1");
    expect(streams.slice(0, 3).map(({ searchParams }) => searchParams.get("since"))).toEqual(["6000", "6000", "15000"]);
    expect(asked.every(({ searchParams }) => searchParams.get("slug") === "acme")).toBe(true);
  });

  it("ends with the state that the deployment ends in, though the stream stays open", async () => {
    const last = event(2, 2000, { type: "deployment-state", info: { type: "build", name: "b", readyState: "ERROR" } });
    const late = {
      type: "alias-assigned",
      date: 2000,
      deploymentId: idOrUrl,
      alias: [],
      aliasError: null,
      aliasWarning: null,
    };
    const { vc, asked, open } = await serve((response, url) => {
      if (!url.pathname.endsWith("/events")) return json(response, { id: idOrUrl, readyState: "ERROR" });
      if (url.searchParams.get("follow") !== "1") return json(response, [last, late]);
      begin(response).write(`${JSON.stringify(event(1, 1000))}\n${JSON.stringify(last)}\n`);
    });
    const seen: unknown[] = [];
    for await (const one of followEvents(vc, { idOrUrl })) seen.push(one);
    expect(seen).toEqual([event(1, 1000), last, late]);
    expect(asked).toHaveLength(3);
    await expect.poll(open).toBe(0);
  });

  it("reads events in the wrapped form too, and gives each once", async () => {
    const wrapped = (serial: number) => {
      const { type, created, ...payload } = event(serial, serial * 1000);
      return { type, created, payload };
    };
    const events = [wrapped(1), wrapped(2)] as unknown as ReturnType<typeof event>[];
    const { vc } = await serve((response, url) => {
      if (!url.pathname.endsWith("/events")) return json(response, { id: idOrUrl, readyState: "CANCELED" });
      if (url.searchParams.get("follow") !== "1") return json(response, events);
      begin(response).end(`${JSON.stringify(events[0])}\n`);
    });
    const seen: unknown[] = [];
    for await (const one of followEvents(vc, { idOrUrl })) seen.push(one);
    expect(seen).toEqual(events);
  });

  it("gives up on a server that can't be reached, and at once on one that refuses", async () => {
    const { vc, asked } = await serve((response) => response.socket?.destroy());
    expect(isConnectionError(await failure(followEvents(vc, { idOrUrl }).next()))).toBe(true);
    expect(asked).toHaveLength(8);
    const refusing = await serve((response) => json(response, { error: { code: "forbidden", message: "no" } }, 403));
    expect(isPermissionDeniedError(await failure(followEvents(refusing.vc, { idOrUrl }).next()))).toBe(true);
    expect(refusing.asked).toHaveLength(1);
  });

  it("ends by its signal and by leaving the loop, and keeps no connection", async () => {
    const { vc, open } = await serve((response) => begin(response).write(`${JSON.stringify(event(1, 1))}\n`));
    const controller = new AbortController();
    const events = followEvents(vc, { idOrUrl }, { signal: controller.signal });
    expect((await events.next()).value).toEqual(event(1, 1));
    const end = failure(events.next());
    controller.abort();
    expect(isAbortedError(await end)).toBe(true);
    for await (const _ of followEvents(vc, { idOrUrl })) break;
    await expect.poll(open).toBe(0);
  });
});

describe("following logs of a server that cuts", () => {
  const line = (rowId: number) => ({
    rowId: `${rowId}`,
    timestampInMs: rowId,
    level: "info",
    source: "request",
    message: "",
    messageTruncated: false,
    domain: "harbour.example.com",
    requestMethod: "GET",
    requestPath: "/",
    responseStatusCode: 200,
  });
  const input = { projectId: "harbour-site", deploymentId: idOrUrl };

  it("connects again, and gives no line twice that the server repeats", async () => {
    const { vc, asked } = await serve((response, _, ask) => {
      const lines = [ask, ask + 1].map((id) => `${JSON.stringify(line(id))}\n`).join("");
      begin(response).write(lines.slice(0, ask === 2 ? -5 : undefined), () => response.socket?.destroy());
    });
    const ids: string[] = [];
    for await (const { rowId } of followLogs(vc, input)) if (ids.push(rowId) === 5) break;
    expect(ids).toEqual(["1", "2", "3", "4", "5"]);
    expect(asked.length).toBeGreaterThanOrEqual(4);
  });
});

describe.each(ways)("following on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("gives the events of a whole build, as the list has them, and ends with it", async () => {
    const { acme, clock } = world();
    const { id } = await acme.deployments.create({ body: { name: "tide-table", files: [{ file: "a", data: "1" }] } });
    const seen: unknown[] = [];
    let isOver = false;
    const walk = (async () => {
      for await (const one of followEvents(acme, { idOrUrl: id })) seen.push(one);
      isOver = true;
    })();
    for (let steps = 0; steps < 1000 && !isOver; steps += 1) {
      clock.advance(500);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await walk;
    expect(seen).toEqual(await acme.deployments.listEvents({ idOrUrl: id }));
    expect(seen.length).toBeGreaterThan(5);
  });

  it("takes a core client as well", async () => {
    const { api } = world();
    const core = operations.createVercelCore({ auth: "fictional-token-0001", baseUrl: api.vercel.url, slug: "acme" });
    if (way === "over HTTP") {
      const seen: unknown[] = [];
      for await (const one of followEvents(core, { idOrUrl })) seen.push(one);
      expect(seen).toEqual(await operations.listDeploymentEvents(core, { idOrUrl }));
    }
    const local = operations.createVercelCore({
      auth: "fictional-token-0001",
      baseUrl: api.vercel.url,
      slug: "acme",
      fetch: api.vercel.fetch,
    });
    const logs = followLogs(local, { projectId: "harbour-site", deploymentId: idOrUrl });
    const first = logs.next();
    for (let tries = 0; tries < 20; tries += 1) await new Promise((resolve) => setImmediate(resolve));
    api.vercel.store.create("RuntimeLog", { deploymentId: idOrUrl, message: "Low tide" });
    expect((await first).value).toMatchObject({ message: "Low tide" });
    await logs.return();
  });

  it("ends with a 404 where the deployment is deleted meanwhile", async () => {
    const { acme } = world();
    const logs = followLogs(acme, { projectId: "harbour-site", deploymentId: idOrUrl });
    const end = failure(logs.next());
    await acme.deployments.delete({ idOrUrl });
    expect(isNotFoundError(await end)).toBe(true);
  });
});
