import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { apiKey, isRequestError, type UploadProgress } from "@fairlead/ayon";
import {
  createAyonCore,
  installAddon,
  uploadDependencyPackage,
  uploadFile,
  uploadInstaller,
  uploadReviewable,
  uploadThumbnail,
  uploadVersionThumbnail,
} from "@fairlead/ayon/operations";
import type { Core } from "@fairlead/runtime";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

/** An upload as it came in. */
interface SeenUpload {
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

let core: Core;
const seen: SeenUpload[] = [];
const server = createServer(async (message, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  seen.push({ headers: message.headers, bytes: Buffer.concat(chunks) });
  response.writeHead(200, { "content-type": "application/json" }).end("{}");
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  core = createAyonCore({ baseUrl, auth: apiKey("service-key-0123456789abcdef") });
});
afterAll(() => server.close());
beforeEach(() => {
  seen.length = 0;
});

const project_name = "harbour_short";
const version_id = "4f0e6b2ab8d511f19c4e0a58c3d27b32";
const named = { project_name, "X-File-Name": "wäves 1.png" };
type Send = (body: Blob, options?: { onProgress?: (progress: UploadProgress) => void }) => Promise<unknown>;
const uploads: { readonly [operation: string]: Send } = {
  uploadFile: (body, options) => uploadFile(core, { ...named, body }, options),
  uploadReviewable: (body, options) => uploadReviewable(core, { ...named, version_id, body }, options),
  uploadThumbnail: (body, options) => uploadThumbnail(core, { project_name, body }, options),
  uploadVersionThumbnail: (body, options) => uploadVersionThumbnail(core, { project_name, version_id, body }, options),
  uploadInstaller: (body, options) => uploadInstaller(core, { filename: "a.exe", body }, options),
  uploadDependencyPackage: (body, options) => uploadDependencyPackage(core, { filename: "a.zip", body }, options),
  installAddon: (body, options) => installAddon(core, { body }, options),
};

// Bytes that no text encoding leaves as they are, and what looks like the boundary of a form.
const bytes = Buffer.concat([Buffer.from([0x89, 0x50, 0xff, 0x00, 0x0d, 0x0a]), Buffer.from("--boundary\r\n")]);

describe.each(Object.entries(uploads))("%s", (operation, send) => {
  it("sends the bytes as they are, with their length and in no form", async () => {
    await send(new Blob([bytes], { type: "image/png" })).catch(() => {}); // some want another answer
    expect(seen[0]?.bytes.equals(bytes)).toBe(true);
    expect(seen[0]?.headers["content-length"]).toBe(`${bytes.length}`);
    expect(seen[0]?.headers["content-type"]).toBe("image/png");
    const name = operation === "uploadFile" || operation === "uploadReviewable" ? "wäves 1.png" : undefined;
    expect(seen[0]?.headers["x-file-name"]).toBe(name);
  });

  it("refuses a form before anything is sent, since the server would keep it with its boundaries", async () => {
    const form = new FormData();
    form.set("file", new Blob([bytes]), "a.png");
    const error = await send(form as unknown as Blob).catch((reason: unknown) => reason);
    expect(error).toSatisfy(isRequestError);
    expect((error as Error).message).toMatch(/body must be blob or .* but is formdata; nothing was sent$/);
    expect(seen).toEqual([]);
  });

  it("tells how far a large file is", async () => {
    const told: UploadProgress[] = [];
    const size = 3_000_000;
    const onProgress = (progress: UploadProgress) => told.push(progress);
    await send(new Blob([new Uint8Array(size)], { type: "image/png" }), { onProgress }).catch(() => {});
    expect(told.at(-1)).toEqual({ sent: size, total: size });
    expect(seen[0]?.bytes.length).toBe(size);
  });
});

describe("the media type of an upload", () => {
  it("is that of the call's own header, where it has one", async () => {
    const body = new Blob([bytes], { type: "image/png" });
    await uploadFile(core, { ...named, body }, { headers: { "Content-Type": "video/mp4" } });
    expect(seen[0]?.headers["content-type"]).toBe("video/mp4");
  });
});
