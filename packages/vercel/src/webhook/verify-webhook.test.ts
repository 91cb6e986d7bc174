import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { isAuthError } from "@fairlead/runtime";
import { describe, expect, it } from "vitest";
import {
  isWebhookEvent,
  isWebhookSignatureError,
  type KnownWebhookEvent,
  type OtherWebhookEvent,
  verifyWebhook,
  type WebhookEvent,
  type WebhookSignatureErrorKind,
} from "../helpers/index.ts";

const secret = "whsec-fictional-0123456789";
const event = {
  id: "evt_1",
  type: "deployment.ready",
  createdAt: 1_762_254_000_000,
  region: null,
  payload: { deployment: { id: "dpl_1", url: "harbour.example.app", name: "Häfen ⚓" }, user: { id: "u1" } },
};
const text = JSON.stringify(event);

/** The signature as Node computes it, which is not how it is checked. */
const sign = (body: string | Uint8Array, key = secret) => createHmac("sha1", key).update(body).digest("hex");

const post = (body: BodyInit | null, signature?: string) =>
  new Request("https://hooks.example.com", {
    method: "POST",
    body,
    headers: signature === undefined ? {} : { "x-vercel-signature": signature },
    // Node asks for it where the body is a stream.
    ...{ duplex: "half" },
  });

const streamOf = (...chunks: readonly (Uint8Array | Error)[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) {
        if (chunk instanceof Error) return controller.error(chunk);
        controller.enqueue(chunk);
      }
      controller.close();
    },
  });

/** The kind of the error that a verification throws; it shows nothing of what is secret. */
async function kindOf(verification: Promise<unknown>): Promise<WebhookSignatureErrorKind> {
  const error = await verification.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!isWebhookSignatureError(error)) throw new Error(`No error of a signature: ${inspect(error)}`);
  const shown = [String(error), error.stack, JSON.stringify(error), inspect(error, { depth: 9, showHidden: true })];
  for (const hidden of [secret, sign(text), "dpl_1", "evt_1"]) expect(shown.join("\n")).not.toContain(hidden);
  return error.kind;
}

describe("a delivery whose signature is right", () => {
  it("gives its event, from a request", async () => {
    expect(await verifyWebhook(post(text, sign(text)), secret)).toEqual(event);
  });

  it("gives its event from a body in chunks that end inside of a character", async () => {
    const bytes = new TextEncoder().encode(text);
    for (const cut of [1, text.indexOf("ä") + 1, bytes.length - 1]) {
      const body = streamOf(bytes.subarray(0, cut), bytes.subarray(cut));
      expect(await verifyWebhook(post(body, sign(text)), secret)).toEqual(event);
    }
  });

  it("gives its event from headers and a raw body, however a framework holds them", async () => {
    const signature = sign(text);
    const padded = Buffer.from(`..${text}..`);
    const bytes = padded.subarray(2, -2);
    for (const headers of [
      new Headers({ "x-vercel-signature": signature }),
      { "x-vercel-signature": signature },
      { "X-Vercel-Signature": [signature] },
      { "x-vercel-signature": signature.toUpperCase() },
    ])
      for (const body of [text, bytes, new Uint8Array(bytes).buffer])
        expect(await verifyWebhook({ headers, body }, secret)).toEqual(event);
  });

  it("is one by any of several secrets, and those that are missing are passed over", async () => {
    const old = sign(text, "the-old-one");
    for (const secrets of [
      ["the-old-one", secret],
      [secret, "the-old-one"],
      [undefined, "", "the-old-one"],
    ])
      expect(await verifyWebhook(post(text, old), secrets)).toEqual(event);
    expect(await kindOf(verifyWebhook(post(text, old), [secret, undefined]))).toBe("wrong");
  });

  it("passes with a type that nobody knows, and with members that nobody knows", async () => {
    const body = JSON.stringify({ id: "evt_2", type: "tide.turned", createdAt: 1, payload: { level: 7 }, more: [] });
    const told = await verifyWebhook({ headers: { "x-vercel-signature": sign(body) }, body }, secret);
    expect(told).toEqual(JSON.parse(body));
    expect([isWebhookEvent(told, "tide.turned"), isWebhookEvent(told, "deployment.ready")]).toEqual([true, false]);
  });

  it("has a typed payload once its type is known", async () => {
    const told = await verifyWebhook(post(text, sign(text)), secret);
    if (!isWebhookEvent(told, "deployment.ready", "deployment.error")) throw new Error("It is another event.");
    const type: "deployment.ready" | "deployment.error" = told.type;
    const url: string | undefined = told.payload.deployment.url;
    expect([type, url]).toEqual(["deployment.ready", "harbour.example.app"]);
    // @ts-expect-error The payload of a deployment's event has no domain.
    expect(told.payload.domain).toBeUndefined();
  });

  it("has the type of each family by its own types, and one that nobody knows stays open", () => {
    const typed = (given: WebhookEvent) => {
      if (isWebhookEvent(given, "project.renamed")) return given.payload.previousName;
      if (isWebhookEvent(given, "domain.created")) return given.payload.domain.delegated;
      if (isWebhookEvent(given, "tide.turned")) return (given.payload as { level?: unknown }).level;
      return undefined;
    };
    const base = { id: "evt_3", createdAt: 1, region: null };
    const turned: OtherWebhookEvent = { ...base, type: "tide.turned", payload: { level: 7 } };
    expect([typed(turned), typed({ ...turned, type: "tide.fell" })]).toEqual([7, undefined]);
    // @ts-expect-error There is no such type whose payload is known.
    const wrong: KnownWebhookEvent["type"] = "tide.turned";
    expect(isWebhookEvent(turned, wrong)).toBe(true);
  });

  it("may be as large as the limit, and no larger", async () => {
    const size = new TextEncoder().encode(text).length;
    for (const given of [
      () => post(text, sign(text)),
      () => ({ headers: post(text, sign(text)).headers, body: text }),
    ]) {
      expect(await verifyWebhook(given(), secret, { maxBodyBytes: size })).toEqual(event);
      expect(await kindOf(verifyWebhook(given(), secret, { maxBodyBytes: size - 1 }))).toBe("bodyTooLarge");
      expect(await kindOf(verifyWebhook(given(), secret, { maxBodyBytes: Number.NaN }))).toBe("bodyTooLarge");
    }
  });

  it("is too large by a limit that is no number, also in bytes", async () => {
    const given = { headers: { "x-vercel-signature": sign(text) }, body: Buffer.from(text) };
    expect(await kindOf(verifyWebhook(given, secret, { maxBodyBytes: Number.NaN }))).toBe("bodyTooLarge");
  });

  it("over a socket is one too, in a server that hands out raw bodies", async () => {
    const told: unknown[] = [];
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      told.push(await verifyWebhook({ headers: request.headers, body: Buffer.concat(chunks) }, secret));
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    try {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      await fetch(url, { method: "POST", body: text, headers: { "x-vercel-signature": sign(text) } });
    } finally {
      server.close();
    }
    expect(told).toEqual([event]);
  });
});

describe("a delivery is refused", () => {
  it("without a signature, or with an empty one", async () => {
    expect(await kindOf(verifyWebhook(post(text), secret))).toBe("missing");
    expect(await kindOf(verifyWebhook(post(text, ""), secret))).toBe("missing");
    for (const headers of [{}, { "x-vercel-signature": undefined }, { "x-vercel-signature": "" }])
      expect(await kindOf(verifyWebhook({ headers, body: text }, secret))).toBe("missing");
  });

  it("with what is no signature: too short, too long, other letters, a prefix, two of them", async () => {
    const good = sign(text);
    for (const bad of [good.slice(1), `${good}0`, `g${good.slice(1)}`, `sha1=${good}`, `0x${good.slice(2)}`])
      expect(await kindOf(verifyWebhook(post(text, bad), secret))).toBe("malformed");
    const headers = { "x-vercel-signature": [good, good] };
    expect(await kindOf(verifyWebhook({ headers, body: text }, secret))).toBe("malformed");
  });

  it("with each signature that differs by one digit, and with that of another body or secret", async () => {
    const good = sign(text);
    for (let at = 0; at < good.length; at += 1) {
      const other = good[at] === "0" ? "1" : "0";
      const bad = good.slice(0, at) + other + good.slice(at + 1);
      expect(await kindOf(verifyWebhook(post(text, bad), secret))).toBe("wrong");
    }
    expect(await kindOf(verifyWebhook(post(text, sign(`${text} `)), secret))).toBe("wrong");
    expect(await kindOf(verifyWebhook(post(text, sign(text, `${secret}x`)), secret))).toBe("wrong");
    expect(await kindOf(verifyWebhook(post(null, good), secret))).toBe("wrong");
  });

  it("where its body was read or parsed before", async () => {
    const read = post(text, sign(text));
    await read.text();
    expect(await kindOf(verifyWebhook(read, secret))).toBe("bodyUsed");
    const locked = post(text, sign(text));
    locked.body?.getReader();
    expect(await kindOf(verifyWebhook(locked, secret))).toBe("bodyUsed");
    const { headers } = post(text, sign(text));
    for (const body of [event, undefined, null, 7])
      expect(await kindOf(verifyWebhook({ headers, body: body as never }, secret))).toBe("bodyUsed");
  });

  it("where its body is too large, before all of it has come", async () => {
    let pulls = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulls += 1;
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    expect(await kindOf(verifyWebhook(post(endless, sign(text)), secret))).toBe("bodyTooLarge");
    expect(pulls).toBeLessThan(20);
    const declared = post(streamOf(), sign(text));
    declared.headers.set("content-length", "1048577");
    expect(await kindOf(verifyWebhook(declared, secret))).toBe("bodyTooLarge");
  });

  it("where its body breaks off", async () => {
    const body = streamOf(new TextEncoder().encode(text), new Error("cut"));
    expect(await kindOf(verifyWebhook(post(body, sign(text)), secret))).toBe("bodyUnreadable");
  });

  it("where it is signed and no JSON, or no event", async () => {
    for (const body of ["", "dpl_1", "{", new Uint8Array([0x22, 0xff, 0x22])])
      expect(await kindOf(verifyWebhook(post(body, sign(body)), secret))).toBe("notJson");
    for (const value of [null, 7, [], {}, { ...event, payload: null }, { ...event, type: 1 }, { ...event, id: 1 }]) {
      const body = JSON.stringify(value);
      expect(await kindOf(verifyWebhook(post(body, sign(body)), secret))).toBe("notEvent");
    }
  });

  it("where there is no secret: with an empty one, anybody could sign", async () => {
    const forged = createHmac("sha1", "").update(text).digest("hex");
    for (const none of [undefined, "", [], ["", undefined]]) {
      const error = await verifyWebhook(post(text, forged), none).catch((thrown: unknown) => thrown);
      expect(isAuthError(error)).toBe(true);
    }
  });
});
