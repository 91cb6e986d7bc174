import { describe, expect, test } from "vitest";
import { clientWith, json, type SentRequest } from "../../test/support/client.ts";
import { ManualClock, settle } from "../../test/support/manual-clock.ts";
import type { AuthContext, AuthProvider } from "../auth/auth-provider.ts";
import { bearer } from "../auth/bearer.ts";
import type { CallOptions } from "../call-options.ts";
import { AuthenticationError } from "../errors/api/authentication-error.ts";
import { AuthError } from "../errors/auth-error.ts";
import { AbortedError } from "../errors/transport/aborted-error.ts";
import { type OperationFunction, operation } from "../operation.ts";
import type { OperationRow } from "../operation-row.ts";
import { asJson } from "../response/as-json.ts";
import { anyHost } from "./redirect.ts";

const row: OperationRow = {
  id: "getVisit",
  method: "POST",
  path: "/visits",
  parse: asJson,
  errors: { 401: AuthenticationError },
};

/** A server that takes one token, which a renewal gives. */
function world(provider?: AuthProvider) {
  const clock = new ManualClock();
  const asked: AuthContext[] = [];
  let token = "old-token-0123456789";
  const auth: AuthProvider = (context) => {
    asked.push(context);
    if (context.refresh) token = "new-token-0123456789";
    return { authorization: `Bearer ${token}` };
  };
  const server = ({ headers }: SentRequest) =>
    headers.get("authorization") === "Bearer new-token-0123456789" ? json({ id: 5 }) : json({ error: "expired" }, 401);
  const client = clientWith(server, { auth: provider ?? auth, clock });
  const call = (options?: CallOptions) => operation<OperationFunction>(row).safe(client.core, {}, options);
  return { ...client, clock, asked, call };
}

describe("a refusal of the credentials", () => {
  test("renews them and sends the call once more, even where retries are off and the method is POST", async () => {
    const { call, asked, sent } = world();
    expect(await call({ retry: false })).toMatchObject({ ok: true, meta: { attempts: 2, totalDelayMs: 0 } });
    expect(sent.length).toBe(2);
    expect(asked.map(({ refresh }) => refresh)).toEqual([undefined, true]);
    expect(asked[1]).toMatchObject({ operationId: "getVisit", method: "POST", urlTemplate: "/visits" });
  });

  test("is one attempt that is not counted", async () => {
    const clock = new ManualClock();
    const answers = [json({}, 401), json({}, 503), json({}, 503), json({}, 503)];
    let token = 0;
    const auth = () => ({ authorization: `Bearer token-${token++}` });
    const { core, sent } = clientWith(answers, { auth, clock, retry: {}, random: () => 0 });
    const outcome = operation<OperationFunction>({ ...row, method: "GET" }).safe(core);
    await clock.advance(10_000);
    const { error } = (await outcome) as { error?: Error };
    expect(sent.length).toBe(4);
    expect(error?.message).toMatch(/ 503 \(attempt 4 of 4\)$/);
  });

  test("happens twice at most, and the second stands", async () => {
    let token = 0;
    const { call, sent } = world(() => ({ authorization: `Bearer token-${token++}` }));
    expect(await call()).toMatchObject({ status: 401, error: expect.any(AuthenticationError), meta: { attempts: 2 } });
    expect(sent.length).toBe(2);
  });

  test("stands at once where the token never changes", async () => {
    for (const auth of ["fixed-token-0123456789", bearer("fixed-token-0123456789")]) {
      const { core, sent } = clientWith(json({}, 401), { auth, retry: {} });
      expect((await operation<OperationFunction>(row).safe(core)).status).toBe(401);
      expect(sent.length).toBe(1);
    }
  });

  test("stands where the provider gives the same again", async () => {
    const { call, sent } = world(bearer(() => "same-token-0123456789"));
    expect(await call()).toMatchObject({ status: 401, error: { body: { error: "expired" } } });
    expect(sent.length).toBe(1);
  });

  test("asks the function of bearer again, which is told why", async () => {
    const { call, sent } = world(bearer(({ refresh }) => (refresh ? "new-token-0123456789" : "old-token-0123456789")));
    expect(await call()).toMatchObject({ ok: true });
    expect(sent.length).toBe(2);
  });

  test("cancels the body of the answer that is not used", async () => {
    let cancelled = 0;
    const refused = () =>
      new Response(new ReadableStream({ cancel: () => void cancelled++ }), {
        status: 401,
      });
    let token = 0;
    const auth = () => ({ authorization: `Bearer token-${token++}` });
    const { core } = clientWith([refused, json({})], { auth });
    expect((await operation<OperationFunction>(row).safe(core)).ok).toBe(true);
    expect(cancelled).toBe(1);
    const failing: AuthProvider = ({ refresh }) => {
      if (refresh) throw new Error("the login is down");
      return {};
    };
    const broken = clientWith([refused, json({})], { auth: failing });
    const outcome = await operation<OperationFunction>(row).safe(broken.core);
    expect(!outcome.ok && outcome.error).toBeInstanceOf(AuthError);
    expect([cancelled, broken.sent.length]).toEqual([2, 1]);
  });

  test("by another host renews nothing", async () => {
    const clock = new ManualClock();
    let asked = 0;
    const auth = () => ({ authorization: `Bearer token-${asked++}` });
    const away = new Response(null, { status: 302, headers: { location: "https://files.museum.test/x" } });
    const { core, sent } = clientWith([away, json({}, 401)], { auth, clock });
    const download = operation<OperationFunction>({ ...row, method: "GET", redirects: anyHost });
    expect((await download.safe(core)).status).toBe(401);
    expect([asked, sent.length]).toEqual([1, 2]);
  });
});

describe("many calls that are refused", () => {
  /** A provider whose renewal ends when the test says so. */
  function slowProvider() {
    const renewals: { signal: AbortSignal; end: (token: string) => void; fail: (error: Error) => void }[] = [];
    let token = "old-token-0123456789";
    const auth: AuthProvider = async ({ refresh, signal }) => {
      if (refresh) token = await new Promise((end, fail) => renewals.push({ signal, end, fail }));
      return { authorization: `Bearer ${token}` };
    };
    return { auth, renewals };
  }

  test("share one renewal", async () => {
    const { auth, renewals } = slowProvider();
    const { call, sent } = world(auth);
    const calls = Array.from({ length: 8 }, () => call());
    await settle();
    expect(renewals.length).toBe(1);
    renewals[0]?.end("new-token-0123456789");
    expect((await Promise.all(calls)).map(({ ok }) => ok)).toEqual(Array(8).fill(true));
    expect([renewals.length, sent.length]).toEqual([1, 16]);
  });

  test("renew nothing that was renewed while they were under way", async () => {
    const { auth, renewals } = slowProvider();
    let answerLate = (_: Response): void => {};
    const late = new Promise<Response>((resolve) => {
      answerLate = resolve;
    });
    let count = 0;
    const { core } = clientWith(
      ({ headers }) => {
        if (count++ === 0) return late;
        return headers.get("authorization")?.includes("new") ? json({}) : json({}, 401);
      },
      { auth },
    );
    const get = () => operation<OperationFunction>(row).safe(core);
    const slow = get();
    await settle();
    const quick = get();
    await settle();
    renewals[0]?.end("new-token-0123456789");
    expect((await quick).ok).toBe(true);
    answerLate(json({}, 401));
    expect((await slow).ok).toBe(true);
    expect(renewals.length).toBe(1);
  });

  test("all end when it fails, and the next one begins another", async () => {
    const { auth, renewals } = slowProvider();
    const { call } = world(auth);
    const calls = [call(), call()];
    await settle();
    renewals[0]?.fail(new Error("the login is down"));
    for (const outcome of await Promise.all(calls)) {
      expect(!outcome.ok && outcome.error).toBeInstanceOf(AuthError);
      expect(!outcome.ok && outcome.error.message).not.toContain("nothing was sent");
    }
    const next = call();
    await settle();
    renewals[1]?.end("new-token-0123456789");
    expect((await next).ok).toBe(true);
  });

  test("do not lose it when the first of them is aborted", async () => {
    const { auth, renewals } = slowProvider();
    const { call, clock } = world(auth);
    const controller = new AbortController();
    const first = call({ signal: controller.signal });
    const second = call();
    await settle();
    controller.abort();
    expect(await first).toMatchObject({ error: expect.any(AbortedError) });
    expect(renewals[0]?.signal.aborted).toBe(false);
    renewals[0]?.end("new-token-0123456789");
    expect((await second).ok).toBe(true);
    expect(clock.timers.size).toBe(0);
  });

  test("tell the provider after 30 s that nobody waits any longer", async () => {
    const { auth, renewals } = slowProvider();
    const { call, clock } = world(auth);
    const outcome = call();
    await clock.advance(29_999);
    expect(renewals[0]?.signal.aborted).toBe(false);
    await clock.advance(1);
    expect(renewals[0]?.signal.aborted).toBe(true);
    renewals[0]?.fail(new Error("given up"));
    expect((await outcome).ok).toBe(false);
  });

  test("may be refused by a provider that throws before it waits", async () => {
    let isBroken = true;
    const { call } = world(({ refresh }) => {
      if (refresh && isBroken) throw new Error("not now");
      return { authorization: `Bearer ${refresh ? "new" : "old"}-token-0123456789` };
    });
    expect((await call()).ok).toBe(false);
    isBroken = false;
    expect((await call()).ok).toBe(true);
  });
});
