import { describe, expect, test } from "vitest";
import { FileStore } from "../src/files/file-store.ts";
import { defaultLimits, SandboxLimitError } from "../src/limits.ts";
import { pieces, read, refusalOf, requestWith } from "./body-request.ts";

const MiB = 1024 * 1024;
const tenMiB = 10 * MiB;
const zeros = new Uint8Array(MiB).fill(0x20);
const binary = "application/octet-stream";

describe("a body over its cap", () => {
  test.each([
    ["application/json", tenMiB, "a JSON body"],
    ["application/x-www-form-urlencoded", tenMiB, "an urlencoded form"],
    [binary, 1024 * MiB, "a body"],
    ["multipart/form-data; boundary=x", 1024 * MiB, "a form"],
  ])("of %s is refused by its Content-Length and never read", async (type, most, what) => {
    const { body, pulls } = pieces(zeros);
    const declared = [type.split(";")[0] ?? ""];
    expect(await refusalOf(read({ body, type, length: most + 1 }, declared))).toBe(
      `413: The body has ${most + 1} bytes; ${what} may have at most ${most} bytes`,
    );
    expect(pulls()).toBe(0);
  });

  test("of JSON in chunks is refused at the byte that is too much, and not read on", async () => {
    const { body, pulls, isCancelled } = pieces(...Array<Uint8Array>(10).fill(zeros), "1", zeros, zeros);
    expect(await refusalOf(read({ body, type: "application/json" }))).toBe(
      `413: The body is larger; a JSON body may have at most ${tenMiB} bytes`,
    );
    expect(pulls()).toBe(11);
    expect(isCancelled()).toBe(false); // on a socket that would cut off the answer
  });

  test("is not refused at the last byte of the cap", async () => {
    const { body } = pieces("1", ...Array<Uint8Array>(9).fill(zeros), zeros.subarray(1));
    expect(await read({ body, type: "application/json", length: tenMiB })).toMatchObject({ value: 1 });
  });

  test("of bytes in chunks is refused, and nothing is kept", async () => {
    const store = new FileStore(defaultLimits);
    const { body, pulls } = pieces("four", "five5", "six");
    expect(await refusalOf(read({ body, type: binary }, [binary], { bodyBytes: 8 }, store))).toBe(
      "413: The body is larger; a body may have at most 8 bytes",
    );
    expect([pulls(), store.size]).toEqual([2, 0]);
  });

  test("of a form is refused for its texts too, which are held in memory", async () => {
    const form = new FormData();
    form.append("title", "twelve bytes");
    form.append("label", "twelve bytes");
    const sent = new Request("http://127.0.0.1/", { method: "POST", body: form });
    expect(await refusalOf(read(sent, ["multipart/form-data"], { jsonBytes: 23 }))).toBe(
      "413: The texts of the form are larger than 23 bytes together; give a large one a file name",
    );
  });
});

describe("a raw body", () => {
  test("is kept with its hashes and type", async () => {
    const read1 = await read(
      { body: "The quick brown fox jumps over the lazy dog", type: "Text/CSV; header=present" },
      ["text/csv"],
    );
    expect(read1).toEqual({
      kind: "bytes",
      mediaType: "text/csv",
      file: expect.objectContaining({
        sha256: "d7a8fbb307d7809469ca9abcb0082e4f8d5651e46d3cdb762d02d0bf37c9e592",
        md5: "9e107d9d372bb6826bd81d3542a419d6",
        sha1: "2fd4e1c67a2d28fced849ee1bb76e7391b93eb12",
        size: 43,
        type: "Text/CSV; header=present",
        name: "",
      }),
    });
  });

  test("may have no bytes where its type is said", async () => {
    expect(await read({ body: "", type: binary, length: 0 }, [binary])).toMatchObject({
      kind: "bytes",
      file: { size: 0 },
    });
    expect(await read({ body: "" }, [binary])).toEqual({ kind: "none" });
  });

  test("that no room is left for is a limit of the sandbox, not a refusal", async () => {
    const reading = read({ body: "nine bytes", type: binary }, [binary], { fileBytes: 9 });
    await expect(reading).rejects.toThrow(SandboxLimitError);
    await expect(reading).rejects.toThrow(/at most 9 bytes of files.*limits\.fileBytes/s);
  });
});

describe("a client that goes away", () => {
  test("makes the reading reject with the stream's own error, and nothing is kept", async () => {
    const store = new FileStore(defaultLimits);
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent++ > 0) controller.error(new DOMException("The request was aborted.", "AbortError"));
        else controller.enqueue(zeros);
      },
    });
    await expect(read({ body, type: binary }, [binary], {}, store)).rejects.toThrow("The request was aborted.");
    expect(store.size).toBe(0);
  });

  test("is noticed by the signal while nothing comes", async () => {
    const controller = new AbortController();
    const pull = (): Promise<void> => {
      controller.abort(new Error("the visitor left"));
      return new Promise(() => {});
    };
    const body = new ReadableStream<Uint8Array>({ pull }, { highWaterMark: 0 });
    const request = requestWith({ body, type: binary, signal: controller.signal });
    await expect(read(request, [binary])).rejects.toThrow("the visitor left");
  });
});
