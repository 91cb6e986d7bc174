import { describe, expect, test } from "vitest";
import { clientWith, json, rejection, type SentRequest } from "../../test/support/client.ts";
import type { Core } from "../core.ts";
import { RequestError } from "../errors/request/request-error.ts";
import { SerializationError } from "../errors/request/serialization-error.ts";
import { operation } from "../operation.ts";
import type { BodyRow } from "../operation-row.ts";
import { binaryBody, multipartBody } from "../request/body.ts";
import { asJson } from "../response/as-json.ts";
import { fakeClock } from "../testing/fake-clock.ts";
import type { UploadOptions, UploadProgress } from "./upload-progress.ts";

type Upload = (core: Core, input: unknown, options?: UploadOptions) => Promise<unknown>;
const upload = (write: BodyRow["write"]) =>
  operation<Upload>({ id: "addPhoto", method: "PUT", path: "/photos", body: { write }, parse: asJson });

/** A platform that reads the stream of a body, as Node does, and lets 10 ms pass for each piece. */
async function reading({ init }: SentRequest, clock: { advance(ms: number): Promise<void> }): Promise<Response> {
  const reader = (init.body as Blob).stream().getReader();
  while (!(await reader.read()).done) await clock.advance(10);
  return json({});
}

test("a platform that reads is told at most every 100 ms, and the last time whenever it is", async () => {
  const clock = fakeClock();
  const { core } = clientWith((request) => reading(request, clock), { clock });
  const told: [number, UploadProgress][] = [];
  const startMs = clock.now();
  // 25 pieces of 64 KiB and a rest.
  const body = new Blob([new Uint8Array(65_536 * 25 + 1)]);
  await upload(binaryBody)(core, { body }, { onProgress: (progress) => told.push([clock.now() - startMs, progress]) });
  expect(told.map(([ms, { sent }]) => [ms, sent])).toEqual([
    [0, 65_536],
    [100, 65_536 * 11],
    [200, 65_536 * 21],
    [250, body.size],
  ]);
  expect(told.every(([, { total }]) => total === body.size)).toBe(true);
});

test("a form is counted with all that stands around its files", async () => {
  const clock = fakeClock();
  let length = 0;
  const { core } = clientWith(
    async (request) => {
      length = (request.init.body as Blob).size;
      return reading(request, clock);
    },
    { clock },
  );
  const told: UploadProgress[] = [];
  const body = { title: "counted", a: new Blob(["12345"]), b: new File(["1234567"], "b.txt") };
  await upload(multipartBody)(core, { body }, { onProgress: (progress) => told.push(progress) });
  expect(length).toBeGreaterThan(12);
  expect(told.at(-1)).toEqual({ sent: length, total: length });
});

test("a platform that does not read them, as browsers, is told the end", async () => {
  const { core } = clientWith(json({}));
  const told: UploadProgress[] = [];
  await upload(binaryBody)(core, { body: new Blob(["12345"]) }, { onProgress: (progress) => told.push(progress) });
  expect(told).toEqual([{ sent: 5, total: 5 }]);
});

test("what a server refuses before it has all is not told as sent", async () => {
  const { core } = clientWith(json({}, 413));
  const told: UploadProgress[] = [];
  const options = { onProgress: (progress: UploadProgress) => told.push(progress) };
  expect(await rejection(upload(binaryBody)(core, { body: new Blob(["12345"]) }, options))).toMatchObject({
    status: 413,
  });
  expect(told).toEqual([]);
});

test.each([
  ["answered", 200, [{ sent: 5, total: 5 }]],
  ["refused", 413, []],
])("what is read after a call was %s is not told", async (_, status, expected) => {
  let late: Blob | undefined;
  const { core } = clientWith(({ init }) => {
    late = init.body as Blob;
    return json({}, status);
  });
  const told: UploadProgress[] = [];
  const options = { onProgress: (progress: UploadProgress) => told.push(progress) };
  await upload(binaryBody)(core, { body: new Blob(["12345"]) }, options).catch(() => {});
  expect(await new Response(late?.stream()).text()).toBe("12345");
  expect(told).toEqual(expected);
});

test("each attempt is counted from its start", async () => {
  const clock = fakeClock();
  let attempts = 0;
  const busy = async (request: SentRequest) => {
    await reading(request, { advance: async () => {} });
    return json({}, ++attempts === 1 ? 503 : 200);
  };
  const { core } = clientWith(busy, { clock, random: () => 0.9, retry: { attempts: 2 } });
  const told: UploadProgress[] = [];
  const body = new Blob([new Uint8Array(65_536 * 2)]);
  await clock.finish(upload(binaryBody)(core, { body }, { onProgress: (progress) => told.push(progress) }));
  expect(told.map(({ sent }) => sent)).toEqual([65_536, 131_072, 65_536, 131_072]);
});

/** The fields of a form as a server reads them. */
async function fieldsOf(form: Response): Promise<unknown[]> {
  const fields = [...(await form.formData())];
  return Promise.all(
    fields.map(async ([name, value]) =>
      typeof value === "string" ? [name, value] : [name, value.name, value.type, await value.text()],
    ),
  );
}

describe("the request", () => {
  test.each([
    ["a Blob", new Blob(["12345"], { type: "image/png" })],
    ["a File", new File(["12345"], "a.png", { type: "image/png" })],
    ["an ArrayBuffer", new TextEncoder().encode("12345").buffer],
    ["a Uint8Array", new TextEncoder().encode("12345")],
  ])("has the bytes of %s, its length and the same headers", async (_, body) => {
    const { core, sent } = clientWith(json({}));
    await upload(binaryBody)(core, { body });
    await upload(binaryBody)(core, { body }, { onProgress: () => {} });
    const [plain, counted] = sent;
    expect([...(counted?.headers ?? [])]).toEqual([...(plain?.headers ?? [])]);
    expect(counted?.init.body).toMatchObject({ size: 5 });
    expect(await new Response(counted?.init.body).text()).toBe("12345");
  });

  test("has the same fields, names and media types of a form", async () => {
    const { core, sent } = clientWith(json({}));
    const body = { title: "Hall", a: new Blob(["1"]), b: [new File(["2"], "b.png", { type: "image/png" })] };
    await upload(multipartBody)(core, { body });
    await upload(multipartBody)(core, { body }, { onProgress: () => {} });
    const [plain, counted] = await Promise.all(sent.map(({ init }) => fieldsOf(new Response(init.body))));
    expect(counted).toEqual(plain);
  });

  test("is not touched where nobody wants its progress", async () => {
    const { core, sent } = clientWith(json({}));
    const body = new Blob(["12345"]);
    await upload(binaryBody)(core, { body });
    expect(sent[0]?.init.body).toBe(body);
  });

  test("is not touched where its form is of no kind that the platform knows", async () => {
    const { core, sent } = clientWith(json({}));
    const form = { [Symbol.toStringTag]: "FormData" };
    const told: UploadProgress[] = [];
    await upload(multipartBody)(core, { body: form }, { onProgress: (progress) => told.push(progress) });
    expect(sent[0]?.init.body).toBe(form);
    expect(told).toEqual([]);
  });

  test("is aborted with the file's own stream", async () => {
    let body: ReadableStream | undefined;
    const { core } = clientWith(({ init }) => {
      body = (init.body as Blob).stream();
      return json({});
    });
    let cancelled: unknown;
    const file = new File(["12345"], "a.txt");
    const source = new ReadableStream(
      {
        cancel: (reason) => {
          cancelled = reason;
        },
      },
      { highWaterMark: 0 },
    );
    Object.defineProperty(file, "stream", { value: () => source });
    await upload(binaryBody)(core, { body: file }, { onProgress: () => {} });
    await body?.cancel("enough");
    expect(cancelled).toBe("enough");
  });
});

test("a listener that throws breaks nothing", async () => {
  const { core } = clientWith(json({ done: true }));
  const onProgress = () => {
    throw new Error("the bar is gone");
  };
  expect(await upload(binaryBody)(core, { body: new Blob(["1"]) }, { onProgress })).toEqual({ done: true });
});

test("a listener that is no function is a RequestError, and nothing is sent", async () => {
  const { core, sent } = clientWith(json({}));
  const error = await rejection(upload(binaryBody)(core, { body: new Blob(["1"]) }, { onProgress: 5 as never }));
  expect(error).toBeInstanceOf(RequestError);
  expect(error).not.toBeInstanceOf(SerializationError);
  expect((error as Error).message).toBe("PUT /photos: onProgress must be a function; nothing was sent");
  expect(sent.length).toBe(0);
});
