import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { startGuest, startTelling } from "./start-webhooks.ts";

const key = "the key of guests";
const asked: typeof fetch = () => Promise.resolve(new Response(null, { status: 204 }));

test("an event is posted once, signed over its bytes, and listed without the key", async () => {
  await using guest = await startGuest();
  await using sb = await startTelling({ url: `${guest.url}/told?pin=4711#top` });
  await sb.make("Jäger, 東京");
  await sb.webhooks.settled();
  const [request, ...others] = guest.requests;
  expect(others).toEqual([]);
  expect(request?.path).toBe("/told?pin=4711");
  expect(request?.signature).toBe(
    createHmac("sha1", key)
      .update(request?.text ?? "")
      .digest("hex"),
  );
  expect(JSON.parse(request?.text ?? "")).toMatchObject({ event: "exhibit.made", title: "Jäger, 東京", by: "a guest" });
  const [delivery] = sb.webhooks.list();
  expect(delivery).toMatchObject({ id: "museum-1", api: "museum", receiver: "1", state: "delivered" });
  expect(delivery?.attempts).toMatchObject([{ at: sb.clock.now(), status: 204 }]);
  expect(delivery?.url).toBe(`${guest.url}/told?pin=***#***`);
  expect(JSON.stringify(delivery)).not.toMatch(/4711|the key/);
});

test("a job that time ends is told of when the clock passes it, by time and nobody", async () => {
  await using guest = await startGuest();
  await using sb = await startTelling({ url: guest.url, wants: ["restoration.done"] });
  await sb.ask("POST", "/exhibits/1/restorations");
  const begun = sb.clock.now();
  sb.clock.advance(3999);
  await sb.webhooks.settled();
  expect(guest.requests).toEqual([]);
  sb.clock.advance(60_000);
  await sb.webhooks.settled();
  expect(guest.requests.map(({ text }) => JSON.parse(text))).toMatchObject([{ at: begun + 4000, by: "time" }]);
});

test("a job is told of in real time too, without a request", async () => {
  await using guest = await startGuest();
  await using sb = await startTelling({ url: guest.url, wants: ["restoration.done"] }, { clock: "x60" });
  await sb.ask("POST", "/exhibits/1/restorations");
  await expect.poll(() => guest.requests.length, { timeout: 3000 }).toBe(1);
});

test("a failed attempt is repeated on the session's clock, twice as late each time, and then given up", async () => {
  let open = false;
  await using guest = await startGuest(() => ({ status: open ? 200 : 500 }));
  await using sb = await startTelling({ url: guest.url });
  const at = sb.clock.now();
  await sb.make("Opal");
  await sb.webhooks.settled();
  expect(sb.webhooks.list()).toMatchObject([{ state: "pending", nextAt: at + 10_000, attempts: [{ status: 500 }] }]);
  sb.clock.advance("PT1H");
  await sb.webhooks.settled();
  const [delivery] = sb.webhooks.list();
  expect(delivery?.state).toBe("failed");
  expect(delivery).not.toHaveProperty("nextAt");
  expect(delivery?.attempts.map((attempt) => attempt.at - at)).toEqual([0, 10_000, 30_000]);
  open = true;
  await sb.make("Pearl");
  await sb.webhooks.settled();
  expect(sb.webhooks.list({ state: "delivered" })).toHaveLength(1);
});

test("a redirect is a failure, and nobody goes where it leads", async () => {
  await using guest = await startGuest((path) =>
    path === "/away" ? { status: 302, headers: { location: "/elsewhere" } } : { status: 204 },
  );
  await using sb = await startTelling({ url: `${guest.url}/away` });
  await sb.make("Opal");
  await sb.webhooks.settled();
  expect(guest.requests.map(({ path }) => path)).toEqual(["/away"]);
  expect(sb.webhooks.list()).toMatchObject([
    { state: "pending", attempts: [{ status: 302, error: "The answer is a redirect, and none is followed" }] },
  ]);
});

test("a receiver that does not answer is given up after its time", async () => {
  await using guest = await startGuest(() => "never");
  await using sb = await startTelling({ url: guest.url });
  await sb.make("Opal");
  await sb.webhooks.settled();
  expect(sb.webhooks.list()[0]?.attempts).toMatchObject([{ error: "No answer came within 200 ms" }]);
});

test.each([
  ["file:///etc/passwd", "The address is neither an http nor an https one"],
  ["no address", "The address is neither an http nor an https one"],
  ["http://ada:lovelace@museum.example/", "The address holds a user or a password, which fetch refuses"],
])("nothing is asked for at %s", async (url, error) => {
  let count = 0;
  const webhookFetch: typeof fetch = (...request) => {
    count += 1;
    return asked(...request);
  };
  await using sb = await startTelling({ url }, { webhookFetch });
  await sb.make("Opal");
  await sb.webhooks.settled();
  expect(count).toBe(0);
  expect(sb.webhooks.list()[0]?.attempts).toMatchObject([{ error }]);
  expect(JSON.stringify(sb.webhooks.list())).not.toContain("lovelace");
});

test("a closed port is named by its code, without the address", async () => {
  const guest = await startGuest();
  await guest.close();
  await using sb = await startTelling({ url: `${guest.url}/?pin=4711` });
  await sb.make("Opal");
  await sb.webhooks.settled();
  expect(sb.webhooks.list()[0]?.attempts).toMatchObject([{ error: "ECONNREFUSED" }]);
});

test("attempts to one receiver go one after the other, those to another do not wait", async () => {
  const order: string[] = [];
  const release: (() => void)[] = [];
  const webhookFetch: typeof fetch = async (address, init) => {
    const { title } = JSON.parse(new TextDecoder().decode(init?.body as Uint8Array)) as { title: string };
    const host = new URL(String(address)).hostname;
    order.push(`${host} ${title}`);
    if (host === "slow.example") await new Promise<void>((resolve) => release.push(resolve));
    return new Response(null, { status: 204 });
  };
  await using sb = await startTelling({ url: "https://slow.example" }, { webhookFetch });
  sb.api.museum.store.create("Guest", { wants: ["exhibit.made"], secret: "another key", url: "https://fast.example" });
  await sb.make("One");
  await sb.make("Two");
  await expect.poll(() => order.toSorted()).toEqual(["fast.example One", "fast.example Two", "slow.example One"]);
  expect(order.filter((one) => one.startsWith("fast"))).toEqual(["fast.example One", "fast.example Two"]);
  release[0]?.();
  await expect.poll(() => order.at(-1)).toBe("slow.example Two");
  release[1]?.();
  await sb.webhooks.settled();
  expect(sb.webhooks.list().map(({ state }) => state)).toEqual(Array(4).fill("delivered"));
});

test("who does not want an event, or whose business it is not, is not told", async () => {
  await using sb = await startTelling({ url: "https://a.example", only: "Opal" }, { webhookFetch: asked });
  sb.api.museum.store.create("Guest", { wants: ["restoration.done"], secret: key, url: "https://b.example" });
  await sb.make("Pearl");
  await sb.make("Opal");
  await sb.webhooks.settled();
  expect(sb.webhooks.list().map(({ receiver, body }) => [receiver, (body as { title: string }).title])).toEqual([
    ["1", "Opal"],
  ]);
});

test("an event that breaks the document is not sent, nor one whose hook fails, and both say why", async () => {
  let count = 0;
  const webhookFetch: typeof fetch = (...request) => {
    count += 1;
    return asked(...request);
  };
  const wants = ["exhibit.odd", "exhibit.broken"];
  await using sb = await startTelling({ url: "https://a.example", wants }, { webhookFetch });
  expect((await sb.make("Opal")).status).toBe(201);
  await sb.webhooks.settled();
  expect(sb.webhooks.list().map(({ state, error }) => [state, error])).toEqual([
    ["failed", "The event breaks the document: body must be array"],
    ["failed", "The hook failed: Error: the hook is broken"],
  ]);
  sb.webhooks.replay("museum-1");
  await sb.webhooks.settled();
  expect(count).toBe(0);
});

test("what can't be JSON is a failure of the hook, and not of the request", async () => {
  await using sb = await startTelling(
    { url: "https://a.example", wants: ["exhibit.endless"] },
    { webhookFetch: asked },
  );
  expect((await sb.make("Opal")).status).toBe(201);
  expect(sb.webhooks.list()).toMatchObject([{ state: "failed", error: expect.stringContaining("circular") }]);
});

test("held events are not sent until they are replayed, then with the bytes that they had", async () => {
  await using guest = await startGuest();
  await using sb = await startTelling({ url: guest.url }, { webhooks: "hold" });
  await sb.make("Opal");
  sb.clock.advance("P1D");
  await sb.webhooks.settled();
  expect(guest.requests).toEqual([]);
  const [held] = sb.webhooks.list();
  expect(held).toMatchObject({ state: "held", attempts: [] });
  const again = sb.webhooks.replay(held?.id ?? "");
  expect(again).toMatchObject({ id: "museum-2", replayOf: "museum-1", state: "pending", body: held?.body });
  await sb.webhooks.settled();
  expect(guest.requests.map(({ text }) => JSON.parse(text))).toEqual([held?.body]);
  expect(sb.webhooks.list().map(({ state }) => state)).toEqual(["held", "delivered"]);
  expect(() => sb.webhooks.replay("museum-9")).toThrow(RangeError);
});

test("a replay goes to the address and with the key that the receiver has by then", async () => {
  await using guest = await startGuest();
  await using sb = await startTelling({ url: "https://nowhere.example" }, { webhooks: "hold" });
  await sb.make("Opal");
  const { store } = sb.api.museum;
  const [one] = store.list("Guest");
  if (one !== undefined) store.update("Guest", one, { url: guest.url, secret: "a new key" });
  sb.webhooks.replay("museum-1");
  await sb.webhooks.settled();
  const [request] = guest.requests;
  expect(request?.signature).toBe(
    createHmac("sha1", "a new key")
      .update(request?.text ?? "")
      .digest("hex"),
  );
});

test("a fork tells of what happens in it alone, and a removed one of nothing more", async () => {
  let count = 0;
  const webhookFetch: typeof fetch = () => {
    count += 1;
    return Promise.resolve(new Response(null, { status: 500 }));
  };
  await using sb = await startTelling({ url: "https://a.example" }, { webhookFetch });
  await sb.make("Opal");
  await sb.webhooks.settled();
  const fork = sb.fork();
  expect(fork.webhooks.list()).toEqual([]);
  fork.clock.advance("PT1H");
  await fork.webhooks.settled();
  expect(count).toBe(1);
  await sb.make("Pearl", fork.api.museum);
  await fork.webhooks.settled();
  expect([count, fork.webhooks.list().length, sb.webhooks.list().length]).toEqual([2, 1, 1]);
  await fork.close();
  fork.clock.advance("PT1H");
  expect(count).toBe(2);
});

test("a job of a fork or of a restored snapshot is told of without a request", async () => {
  await using guest = await startGuest();
  await using sb = await startTelling({ url: guest.url, wants: ["restoration.done"] });
  await sb.ask("POST", "/exhibits/1/restorations");
  const snapshot = JSON.parse(JSON.stringify(sb.snapshot())) as object;
  await using fork = sb.fork();
  fork.clock.advance("PT1M");
  await fork.webhooks.settled();
  expect(guest.requests).toHaveLength(1);
  await using restored = sb.session();
  restored.restore(snapshot);
  restored.clock.advance("PT1M");
  await restored.webhooks.settled();
  expect(guest.requests).toHaveLength(2);
});

test("a reset forgets deliveries, and drops what is under way", async () => {
  let signal: AbortSignal | null | undefined;
  const webhookFetch: typeof fetch = (_, init) => {
    signal = init?.signal;
    return new Promise((_resolve, reject) => signal?.addEventListener("abort", () => reject(signal?.reason)));
  };
  await using sb = await startTelling({ url: "https://a.example" }, { webhookFetch });
  await sb.make("Opal");
  await expect.poll(() => signal).toBeDefined();
  sb.reset();
  expect(signal?.aborted).toBe(true);
  await sb.webhooks.settled();
  expect(sb.webhooks.list()).toEqual([]);
});

test("only the last deliveries are kept", async () => {
  await using sb = await startTelling({ url: "https://a.example" }, { webhookFetch: asked, limits: { deliveries: 2 } });
  for (const title of ["Opal", "Pearl", "Coral"]) await sb.make(title);
  await sb.webhooks.settled();
  expect(sb.webhooks.list().map(({ id }) => id)).toEqual(["museum-2", "museum-3"]);
});

test("the control plane lists deliveries, waits for attempts, and replays", async () => {
  await using guest = await startGuest();
  await using sb = await startTelling({ url: guest.url });
  await sb.make("Opal");
  const told = await sb.ask("GET", "/__sandbox__/sessions/default/webhooks?settled=true&event=exhibit.made");
  expect(await told.json()).toMatchObject({ total: 1, deliveries: [{ id: "museum-1", state: "delivered" }] });
  const other = await sb.ask("GET", "/__sandbox__/sessions/default/webhooks?state=failed&limit=1");
  expect(await other.json()).toEqual({ deliveries: [], total: 0 });
  const again = await sb.ask("POST", "/__sandbox__/sessions/default/webhooks/museum-1/replay");
  expect([again.status, await again.json()]).toMatchObject([202, { replayOf: "museum-1", state: "pending" }]);
  await sb.webhooks.settled();
  expect(guest.requests).toHaveLength(2);
  expect((await sb.ask("POST", "/__sandbox__/sessions/default/webhooks/museum-9/replay")).status).toBe(404);
});

test("a host that is open to the network holds events unless it is told to send them", async () => {
  const open = { host: "0.0.0.0", controlToken: "a-control-token", webhookFetch: asked } as const;
  await using held = await startTelling({ url: "https://a.example" }, open);
  await held.make("Opal");
  await using sent = await startTelling({ url: "https://a.example" }, { ...open, webhooks: "send" });
  await sent.make("Opal");
  await sent.webhooks.settled();
  expect([held.webhooks.list()[0]?.state, sent.webhooks.list()[0]?.state]).toEqual(["held", "delivered"]);
});
