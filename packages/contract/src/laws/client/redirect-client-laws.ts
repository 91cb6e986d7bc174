import type { OperationFunction } from "@fairlead/runtime";
import { must } from "../broken.ts";
import type { Law } from "../law.ts";
import { browserRuntime } from "./browser-runtime.ts";
import type { ClientSubject } from "./client-subject.ts";
import { type Answering, inputOf, subjectClient } from "./subject-client.ts";

/** A host that no document names. */
const elsewhere = "https://files.museum.test";

/** Redirects lead where the document allows. */
export function followsRedirects(subject: ClientSubject): Law {
  return {
    name: "client_follows_redirects",
    states:
      "a redirect to another host is followed without credentials where the document allows it, and where it does not none is followed at all",
    targets: ({ tables }) => tables.operations.map(({ id }) => id).filter((id) => subject.rows[id]),
    async check(bench, target) {
      const isAllowed =
        subject.declarations.get(target)?.redirects === "any" && bench.context.operation(target).method === "GET";
      for (const place of isAllowed ? (["there"] as const) : (["there", "here"] as const)) {
        await bench.attempt(async () => {
          const client = await bench.open();
          const draft = await client.valid(bench.context.operation(target));
          const { world } = client;
          let first: Request | undefined;
          const answering: Answering = async ({ url }, request, next) => {
            if (url.searchParams.has("moved")) return await next(first?.clone());
            first ??= request.clone();
            const to = place === "there" ? elsewhere : world.origin;
            return new Response(null, { status: 302, headers: { location: `${to}/one?moved=1` } });
          };
          const options = { retry: false, rateLimit: { mode: "off" } } as const;
          const { time, core, of, sent } = subjectClient(client, subject.rows, options, answering);
          const outcome = await time.pass(of(target).safe(core, inputOf(draft)));
          if (!isAllowed) {
            must(sent.length === 1, `a redirect to ${place === "there" ? "another" : "its own"} host is followed`);
            return;
          }
          must(sent.length === 2, `a redirect that is allowed is followed ${sent.length - 1} times`);
          must(outcome.ok, "a redirect is followed, and the call fails");
          const token = world.token();
          for (const { headers } of sent.slice(1))
            must(![...headers.values()].some((value) => value.includes(token)), "another host is sent the credential");
        });
      }
    },
  };
}

/** In a browser fetch follows redirects, and is told whether it may. */
export function tellsBrowserRedirects(subject: ClientSubject): Law {
  return {
    name: "client_tells_browser_redirects",
    states: "in a browser, fetch is told to follow redirects where the document allows any host, else to refuse them",
    targets: ({ tables }) => tables.operations.map(({ id }) => id).filter((id) => subject.rows[id]),
    async check(bench, target) {
      const row = subject.rows[target];
      const { createCore, operation } = await browserRuntime();
      await bench.attempt(async () => {
        const client = await bench.open();
        const draft = await client.valid(bench.context.operation(target));
        let told: RequestRedirect | undefined;
        const core = createCore({
          name: "fairlead-laws",
          version: "0.0.0",
          auth: client.world.token(),
          allowBrowserToken: true,
          baseUrl: client.world.origin,
          retry: false,
          rateLimit: { mode: "off" },
          fetch: async (_address, { redirect }) => {
            told = redirect;
            return new Response(null, { status: 404 });
          },
        });
        if (row !== undefined) await operation<OperationFunction>(row).safe(core, inputOf(draft));
        const expected = subject.declarations.get(target)?.redirects === "any" ? "follow" : "error";
        must(told === expected, `fetch is told to ${told} redirects; ${expected} expected`);
      });
    },
  };
}
