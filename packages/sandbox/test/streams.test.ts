import { expect, onTestFinished, test, vi } from "vitest";
import { AnswerError } from "../src/engine/answer-error.ts";
import type { Call } from "../src/engine/call.ts";
import type { SandboxApi, SandboxOptions } from "../src/index.ts";
import { startSandbox } from "../src/index.ts";
import { museum } from "./start-museum.ts";

type Watching = { parameters: { path: { id: number } } };

/** What became of the hook's iterators, for tests that leave. */
let ended: string[] = [];

/** Tells each state of a restoration until its end, with the title that the exhibit has then. */
async function* watch(call: Call<Watching>): AsyncGenerator<unknown, void, undefined> {
  try {
    let told = "";
    for (;;) {
      const work = call.store.get("Restoration", call.path.id);
      if (work === undefined) return;
      const title = call.store.get("Exhibit", 1)?.title;
      const line = { state: work.state, title, secret: "not declared" };
      if (JSON.stringify(line) !== told) {
        told = JSON.stringify(line);
        yield line;
      }
      if (work.state !== "running") return;
      await call.changed();
    }
  } finally {
    ended.push(call.gone.aborted ? "gone" : "over");
  }
}

const [restoration] = museum.tables.operations.filter(({ id }) => id === "getRestoration");
if (restoration === undefined) throw new Error("The museum has no getRestoration");
const { resource: _, ...plain } = restoration;

/** The museum with a stream: what is declared for a line leaves `secret` out. */
const watched: SandboxApi = {
  ...museum,
  tables: {
    ...museum.tables,
    operations: [
      ...museum.tables.operations,
      {
        ...plain,
        id: "watchRestoration",
        path: "/restorations/{id}/states",
        responses: { ...plain.responses, "200": "States" },
      },
    ],
    responses: {
      ...museum.tables.responses,
      States: {
        headers: {},
        content: {
          "application/x-ndjson": {
            schema: {
              type: "object",
              required: ["state", "title"],
              properties: { state: { type: "string" }, title: { type: "string", maxLength: 20 } },
              additionalProperties: false,
            },
            examples: { begun: { state: "running", title: "Opal" } },
          },
        },
      },
    },
  },
  hooks: {
    ...museum.hooks,
    operations: {
      ...museum.hooks.operations,
      watchRestoration: (call: Call<Watching>) => {
        if (call.store.get("Restoration", call.path.id) === undefined) throw call.refuse(404, "There is none");
        return { status: 200, stream: watch(call) };
      },
    },
  },
};

async function startWatched(options: Partial<SandboxOptions<{ museum: SandboxApi }>> = {}) {
  ended = [];
  const sb = await startSandbox({ apis: { museum: watched }, ...options });
  onTestFinished(() => sb.close());
  const { url, token } = sb.api.museum;
  const headers = { authorization: `Bearer ${token()}` };
  const ask = async (path: string, init: RequestInit = {}, by: typeof fetch = sb.api.museum.fetch) =>
    by(`${url}${path}`, { headers, ...init });
  await ask("/exhibits/1/restorations", { method: "POST" });
  return { sb, ask };
}

/** The lines of an answer, each when it is asked for; undefined at the end. */
function linesOf(response: Response): { next: () => Promise<unknown>; leave: () => Promise<void> } {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = "";
  return {
    next: async () => {
      for (;;) {
        const at = text.indexOf("\n");
        if (at >= 0) {
          const line = text.slice(0, at);
          text = text.slice(at + 1);
          return JSON.parse(line);
        }
        const { done, value } = await reader.read();
        if (done) return undefined;
        text += decoder.decode(value, { stream: true });
      }
    },
    leave: () => reader.cancel(),
  };
}

const both = [
  ["in process", undefined],
  ["over HTTP", fetch],
] as const;

test.each(both)("%s, lines come one by one, as declared, when the clock and the entities bring them", async (_, by) => {
  const { sb, ask } = await startWatched();
  const response = await ask("/restorations/100/states", {}, by);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/x-ndjson");
  const lines = linesOf(response);
  expect(await lines.next()).toEqual({ state: "running", title: "Amber" });

  const store = sb.api.museum.store;
  const next = lines.next();
  store.update("Exhibit", store.get("Exhibit", 1) ?? {}, { title: "Amber, clean" });
  expect(await next).toEqual({ state: "running", title: "Amber, clean" });

  sb.clock.advance(4000);
  expect(await lines.next()).toEqual({ state: "complete", title: "Amber, clean" });
  expect(await lines.next()).toBeUndefined();
  expect(ended).toEqual(["over"]);
});

test.each(both)("%s, who leaves ends the stream", async (_, by) => {
  const { ask } = await startWatched();
  const lines = linesOf(await ask("/restorations/100/states", {}, by));
  await lines.next();
  const waiting = lines.next();
  await lines.leave();
  expect(await waiting).toBeUndefined();
  await vi.waitFor(() => expect(ended).toEqual(["gone"]));
});

test.each(both)("%s, an aborted request ends the stream, and the reader gets the reason", async (_, by) => {
  const { ask } = await startWatched();
  const controller = new AbortController();
  const lines = linesOf(await ask("/restorations/100/states", { signal: controller.signal }, by));
  await lines.next();
  const waiting = expect(lines.next()).rejects.toThrow("enough");
  controller.abort(new Error("enough"));
  await waiting;
  await vi.waitFor(() => expect(ended).toEqual(["gone"]));
});

test("the headers come before the first line", async () => {
  const quiet: SandboxApi = {
    ...watched,
    hooks: {
      operations: {
        watchRestoration: (call) => ({
          status: 200,
          stream: (async function* () {
            await (call as Call).changed();
            yield { state: "late", title: "Amber" };
          })(),
        }),
      },
    },
  };
  const sb = await startSandbox({ apis: { museum: quiet } });
  onTestFinished(() => sb.close());
  const { url, token, store } = sb.api.museum;
  const response = await fetch(`${url}/restorations/1/states`, { headers: { authorization: `Bearer ${token()}` } });
  expect(response.status).toBe(200);
  store.create("Exhibit", { title: "Jade" });
  expect(await response.text()).toBe('{"state":"late","title":"Amber"}\n');
});

test("a change that came while the reader was slow is not missed", async () => {
  const { sb, ask } = await startWatched();
  const lines = linesOf(await ask("/restorations/100/states"));
  await lines.next();
  const store = sb.api.museum.store;
  store.update("Exhibit", store.get("Exhibit", 1) ?? {}, { title: "One" });
  store.update("Exhibit", store.get("Exhibit", 1) ?? {}, { title: "Two" });
  expect(await lines.next()).toEqual({ state: "running", title: "Two" });
});

test("with a clock that runs, a job's end comes by itself", async () => {
  const { ask } = await startWatched({ clock: "x60" });
  const text = await (await ask("/restorations/100/states")).text();
  expect(text).toBe('{"state":"running","title":"Amber"}\n{"state":"complete","title":"Amber"}\n');
});

test("a refusal before the first line is an ordinary error", async () => {
  const { ask } = await startWatched();
  const response = await ask("/restorations/7/states");
  expect(response.status).toBe(404);
  expect(await response.json()).toEqual({ error: "There is none" });
});

test("a stream ends with its session, with a reset that takes its entities, and with the sandbox", async () => {
  const { sb, ask } = await startWatched();
  const fork = sb.fork();
  const inFork = linesOf(
    await fork.api.museum.fetch(`${fork.api.museum.url}/restorations/100/states`, {
      headers: { authorization: `Bearer ${fork.api.museum.token()}` },
    }),
  );
  await inFork.next();
  await fork.close();
  expect(await inFork.next()).toBeUndefined();

  const beforeReset = linesOf(await ask("/restorations/100/states"));
  await beforeReset.next();
  sb.reset();
  expect(await beforeReset.next()).toBeUndefined();

  await ask("/exhibits/1/restorations", { method: "POST" });
  const atEnd = linesOf(await ask("/restorations/100/states"));
  await atEnd.next();
  const end = atEnd.next();
  await sb.close();
  expect(await end).toBeUndefined();
});

test.each(["throw", "report"] as const)(
  "with answers: %s, a line that breaks the document breaks the stream",
  async (answers) => {
    const { sb, ask } = await startWatched({ answers });
    const lines = linesOf(await ask("/restorations/100/states"));
    await lines.next();
    const store = sb.api.museum.store;
    store.update("Exhibit", store.get("Exhibit", 1) ?? {}, { title: "A title of more than twenty characters" });
    await expect(lines.next()).rejects.toThrow(AnswerError);
    expect(ended).toHaveLength(1);
  },
);

test("over HTTP such a line cuts the connection, and the server goes on", async () => {
  const { sb, ask } = await startWatched();
  const lines = linesOf(await ask("/restorations/100/states", {}, fetch));
  await lines.next();
  const store = sb.api.museum.store;
  store.update("Exhibit", store.get("Exhibit", 1) ?? {}, { title: "A title of more than twenty characters" });
  await expect(lines.next()).rejects.toThrow();
  store.update("Exhibit", store.get("Exhibit", 1) ?? {}, { title: "Amber" });
  expect((await ask("/restorations/100", {}, fetch)).status).toBe(200);
});

test("Prefer gives a declared line as a stream that has ended", async () => {
  const { sb } = await startWatched();
  const { url, token, fetch: local } = sb.api.museum;
  const headers = { authorization: `Bearer ${token()}`, prefer: "example=begun" };
  const response = await local(`${url}/restorations/1/states`, { headers });
  expect(response.headers.get("content-type")).toBe("application/x-ndjson");
  expect(await response.text()).toBe('{"state":"running","title":"Opal"}\n');
});

test("the journal has the call when its answer begins, and no lines", async () => {
  const { sb, ask } = await startWatched();
  await ask("/restorations/100/states");
  const [entry] = sb.journal.list({ operationId: "watchRestoration" });
  expect(entry).toMatchObject({ status: 200 });
  expect(entry?.responseBody).toBeUndefined();
});
