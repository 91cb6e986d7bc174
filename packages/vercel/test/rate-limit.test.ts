import { readDocument } from "@fairlead/contract";
import { describe, expect, it } from "vitest";
import { type Clock, createVercel, isRateLimitError, type VercelOptions } from "../src/index.ts";
import { failure } from "./failure.ts";

const auth = "a-secret-token";
const startMs = Date.UTC(2026, 10, 4, 10);

/** A clock that a pause moves: nothing waits in real time. */
function movingClock(): Clock & { readonly pauses: number[] } {
  let now = startMs;
  const pauses: number[] = [];
  return {
    pauses,
    now: () => now,
    after(delayMs, run) {
      // Limits of requests never pass here: only what is shorter than the shortest of them is a pause.
      if (delayMs >= 25_000) return () => {};
      const due = setImmediate(() => {
        pauses.push(delayMs);
        now += delayMs;
        run();
      });
      return () => clearImmediate(due);
    },
  };
}

/** A client whose first answers are those, and whose later ones are a project. */
function clientWith(answers: readonly Response[], options: Partial<VercelOptions> = {}) {
  const clock = movingClock();
  const sent: string[] = [];
  const fetch = async (url: string, init: RequestInit) => {
    sent.push(`${init.method} ${new URL(url).pathname}`);
    return answers[sent.length - 1]?.clone() ?? Response.json({ id: "prj_1", name: "harbour-site" });
  };
  const vc = createVercel({ auth, fetch, clock, random: () => 0, ...options });
  return { vc, sent, clock };
}

/** A refusal with the headers that the vendor's overview shows; the window ends after so many seconds. */
function refusal(error: object, seconds: number, headers: Record<string, string> = {}): Response {
  const reset = `${startMs / 1000 + seconds}`;
  const window = { "x-ratelimit-limit": "600", "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset };
  return Response.json({ error }, { status: 429, headers: { ...window, ...headers } });
}

/** The errors of the document's examples for 429. */
const document = readDocument(new URL("../../../spec/vercel/dist/openapi.json", import.meta.url));
const errors = ["tooManyRequestsError", "rateLimitedError"].map((name) => {
  const { error } = Object(document.components?.examples?.[name]?.value) as { error: { code: string } };
  return error;
});

describe("a used-up quota", () => {
  it("of one endpoint keeps no call of another one back", async () => {
    const window = (left: string) => ({
      "x-ratelimit-limit": "5000",
      "x-ratelimit-remaining": left,
      "x-ratelimit-reset": `${startMs / 1000 + 3600}`,
    });
    const used = Response.json({ urls: [] }, { headers: window("0") });
    const { vc, sent } = clientWith([used]);
    const digest = { "x-vercel-digest": "acaa19569690a0872c51bc1c49a320ecfb79355f" };
    await vc.files.upload({ ...digest, body: new Uint8Array([1]) });
    expect(await vc.projects.get.safe({ idOrName: "harbour-site" })).toMatchObject({ ok: true, meta: { queuedMs: 0 } });
    expect(sent).toEqual(["POST /v2/files", "GET /v9/projects/harbour-site"]);
  });

  it("has one of two codes, both of which the document shows", () => {
    expect(errors.map(({ code }) => code)).toEqual(["too_many_requests", "rate_limited"]);
  });

  for (const error of errors) {
    it(`is a RateLimitError with ${error.code}, and says when the window ends`, async () => {
      const { vc, sent } = clientWith([refusal(error, 12)], { retry: false, rateLimit: { mode: "off" } });
      const thrown = await failure(vc.projects.get({ idOrName: "harbour-site" }));
      expect(thrown).toSatisfy(isRateLimitError);
      expect(thrown).toMatchObject({
        status: 429,
        retryAfterMs: 12_000,
        limit: 600,
        remaining: 0,
        resetAt: new Date(startMs + 12_000),
        body: { error },
      });
      expect(String(thrown)).toContain("GET /v9/projects/{idOrName}: 429");
      expect(sent).toHaveLength(1);
    });

    it(`with ${error.code} is waited for, and the call sent again, a POST too`, async () => {
      const { vc, sent, clock } = clientWith([refusal(error, 12)]);
      expect(await vc.projects.create({ body: { name: "harbour-site" } })).toMatchObject({ id: "prj_1" });
      expect(sent).toEqual(["POST /v11/projects", "POST /v11/projects"]);
      expect(clock.now() - startMs).toBeGreaterThanOrEqual(12_000);
      expect(clock.now() - startMs).toBeLessThan(13_000);
    });
  }

  it("is waited for as long as Retry-After says, where the server sends it", async () => {
    const [error = {}] = errors;
    const { vc, sent, clock } = clientWith([refusal(error, 3, { "retry-after": "7" })], { rateLimit: { mode: "off" } });
    await vc.projects.get({ idOrName: "harbour-site" });
    expect(sent).toHaveLength(2);
    expect(clock.now() - startMs).toBe(7000);
  });

  it("is no error of another kind after the last attempt", async () => {
    const [first = {}, second = {}] = errors;
    const { vc, sent } = clientWith([refusal(first, 1), refusal(second, 2), refusal(first, 3)], {
      rateLimit: { mode: "off" },
    });
    expect(await vc.projects.get.safe({ idOrName: "harbour-site" })).toMatchObject({
      ok: false,
      status: 429,
      error: { name: "RateLimitError", attempts: 3 },
    });
    expect(sent).toHaveLength(3);
  });
});
