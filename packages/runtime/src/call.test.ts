import { describe, expect, test } from "vitest";
import { clientWith, json, rejection, someCall } from "../test/support/client.ts";
import { inHeader, inQuery, type OperationFunction, operation } from "./index.ts";
import type { OperationRow } from "./operation-row.ts";
import { request } from "./raw/request.ts";
import { asJson } from "./response/as-json.ts";

const TOKEN = "ab12/cd34+ef56==";
const json1 = (text: string) => JSON.stringify(text).slice(1, -1);

describe("blanking a secret", () => {
  test.each([
    ["as it is", TOKEN],
    ["as a word of a header", `Bearer ${TOKEN}`],
    ["in a URL", encodeURIComponent(TOKEN)],
    ["in a URL, with small letters", encodeURIComponent(TOKEN).toLowerCase()],
    ["in JSON of a server that quotes slashes", TOKEN.replaceAll("/", "\\/")],
    [
      "in JSON of a server that quotes signs",
      TOKEN.replace(/\W/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`),
    ],
  ])("finds it %s", (_, text) => {
    const call = someCall();
    call.keepSecret(`Bearer ${TOKEN}`);
    expect(call.blank(`no ${text}, sorry`)).toBe("no [secret], sorry");
  });

  test("finds a quotation mark and a backslash in JSON, in JSON in JSON, and deeper", () => {
    const call = someCall();
    const secret = 'say"it\\now"12';
    call.keepSecret(secret);
    for (let text = secret, depth = 0; depth < 5; text = json1(text), depth++)
      expect(call.blank(`<${text}>`)).toBe("<[secret]>");
  });

  test("leaves JSON that is still JSON", () => {
    const call = someCall();
    call.keepSecret(TOKEN);
    const body = { detail: JSON.stringify({ request: `Bearer ${TOKEN}`, next: [TOKEN] }), [TOKEN]: `"${TOKEN}"` };
    expect(JSON.parse(call.blank(JSON.stringify(body)))).toEqual({
      detail: '{"request":"Bearer [secret]","next":["[secret]"]}',
      "[secret]": '"[secret]"',
    });
  });

  test("leaves no rest of a longer one that a shorter one is a part of, whichever came first", () => {
    for (const [first, second] of [
      ["12345678", "1234567890ab"],
      ["1234567890ab", "12345678"],
    ] as const) {
      const call = someCall();
      call.keepSecret(first);
      call.keepSecret(second);
      expect(call.blank("1234567890ab")).toBe("[secret]");
    }
  });

  test("leaves what is shorter than 8 characters, and the addresses in data", () => {
    const call = someCall();
    call.keepSecret("Bearer 1234567");
    expect(call.blank("1234567 https://museum.test/?next=2#top")).toBe("1234567 https://museum.test/?next=2#top");
  });

  test("takes no more than a long text deserves, whatever it is made of", () => {
    const call = someCall();
    // Begins with a sign, so that the pattern could begin anywhere in what follows.
    call.keepSecret('-"-\\-0123456789');
    for (const part of ["\\", "%25", "\\u005c", "-", '\\"', "%2", "u0"]) {
      const text = part.repeat(1_048_576 / part.length);
      expect(call.blank(text)).toBe(text); // looks that grow with the square of its length would take hours
    }
  });
});

describe("a text that is shown", () => {
  test.each([
    ["https://museum.test/a?sig=hidden, then more", "https://museum.test/a then more"],
    ["see https://museum.test?sig=hidden", "see https://museum.test"],
    ["see https://museum.test/a#token=hidden", "see https://museum.test/a"],
    ["GET /visits?sig=hidden failed", "GET /visits failed"],
    ['<a href="https://museum.test/a?sig=hidden">', '<a href="https://museum.test/a">'],
    ["why? because", "why? because"],
  ])("has no query: %s", (text, expected) => {
    expect(someCall().scrub(text)).toBe(expected);
  });

  test("may be none", () => {
    expect([undefined, null, 5].map((value) => someCall().scrub(value))).toEqual([undefined, null, 5]);
  });
});

describe("the value of a sensitive parameter", () => {
  const row: OperationRow = {
    id: "listVisits",
    method: "GET",
    path: "/visits",
    params: {
      sig: { in: inQuery, type: "string" },
      "X-Room": { in: inHeader, type: "string" },
      room: { in: inQuery, type: "string" },
    },
    sensitive: { query: ["sig"], header: ["X-Room"] },
    parse: asJson,
  };
  const input = { sig: "hidden-signature", "X-Room": "hidden-room", room: "painted-room" };

  test("is kept out of message and body, and that of another parameter is not", async () => {
    const { core } = clientWith(json({ message: Object.values(input).join(", ") }, 400));
    const outcome = await operation<OperationFunction>(row).safe(core, input);
    expect(!outcome.ok && outcome.error).toMatchObject({
      message: "GET /visits: 400 [secret], [secret], painted-room",
      body: { message: "[secret], [secret], painted-room" },
    });
  });

  test("is kept out of a request id, of a content type, and of the beginning of a page", async () => {
    const headers = { "x-request-id": "id-hidden-signature", "content-type": "text/x-hidden-room" };
    const { core } = clientWith(new Response("hidden-signature", { headers }));
    const outcome = await operation<OperationFunction>(row).safe(core, input);
    expect(outcome.meta.requestId).toBe("id-[secret]");
    expect(!outcome.ok && outcome.error).toMatchObject({
      requestId: "id-[secret]",
      contentType: "text/x-[secret]",
      bodyText: "[secret]",
    });
  });
});

describe("an address that `request` refuses", () => {
  test.each([
    ["https://other.test/a?sig=hidden", "https://other.test"],
    ["https://user:hidden@other.test/a", "https://other.test"],
    ["//user:hidden@other.test/a?b", "//other.test/a"],
    ["/visits?sig=hidden", "/visits"],
    ["/visits#hidden", "/visits"],
    ["visits?sig=hidden", "visits"],
  ])("is shown without what may be a secret: %s", async (path, urlTemplate) => {
    const { core, sent } = clientWith(json({}));
    const error = await rejection(request(core, "GET", path));
    expect(error).toMatchObject({ urlTemplate });
    expect((error as Error).message).toContain(`GET ${urlTemplate}: `);
    expect((error as Error).message).not.toContain("hidden");
    expect(sent).toEqual([]);
  });

  test("is shown without a credential that stands in its path", async () => {
    const { core } = clientWith(json({}, 404));
    const error = await rejection(request(core, "GET", "/tokens/museum-token-0123456789"));
    expect(error).toMatchObject({ urlTemplate: "/tokens/[secret]", message: "GET /tokens/[secret]: 404" });
  });
});
