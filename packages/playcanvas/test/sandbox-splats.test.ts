import { createHash } from "node:crypto";
import { isApiError } from "@fairlead/playcanvas";
import { describe, expect, it } from "vitest";
import { useSandbox, type World, ways } from "./on-sandbox.ts";

const MiB = 1024 * 1024;
const status = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => "no error",
    (error: unknown) => (isApiError(error) ? error.status : error),
  );

/** Sends parts to their addresses, and gives their numbers and tags. */
async function send({ pc, fetch }: World, uploadId: string, parts: Blob[]) {
  const numbers = parts.map((_, index) => index + 1);
  const { urls } = await pc.supersplat.createUploadPartUrls({ uploadId, body: { parts: numbers } });
  return Promise.all(
    urls.map(async ({ partNumber, url }, index) => {
      const response = await fetch(url, { method: "PUT", body: parts[index] ?? null });
      expect(response.status).toBe(200);
      return { partNumber, etag: response.headers.get("etag") ?? "" };
    }),
  );
}

describe.each(ways)("uploads in parts on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("go from created over uploading to completed, and become an unlisted splat that takes its time", async () => {
    const here = world();
    const { pc, clock } = here;
    const parts = [new Blob([new Uint8Array(5 * MiB)]), new Blob(["the rest"])];
    const contentLength = 5 * MiB + 8;
    const upload = await pc.supersplat.createUpload({ body: { sourceFormat: "ply", contentLength, title: "Crane" } });
    expect(upload).toMatchObject({
      status: "created",
      partSize: 5 * MiB,
      contentLength,
      uploadedParts: [],
      description: "",
    });
    expect(Date.parse(upload.expiresAt) - clock.now()).toBe(24 * 60 * 60 * 1000);

    const sent = await send(here, upload.id, parts);
    const under = await pc.supersplat.getUpload({ uploadId: upload.id });
    expect(under.status).toBe("uploading");
    expect(under.uploadedParts).toEqual(sent.map((part, index) => ({ ...part, size: parts[index]?.size })));
    expect(sent[1]?.etag).toBe(`"${createHash("md5").update("the rest").digest("hex")}"`);

    const first = await pc.supersplat.completeUpload.full({ uploadId: upload.id, body: { parts: sent } });
    const { splatId } = first.data;
    expect(first.status).toBe(201);
    expect(first.headers.get("location")).toBe(`/api/supersplat/v1/splats/${splatId}`);
    const again = await pc.supersplat.completeUpload.full({ uploadId: upload.id, body: { parts: sent } });
    expect([again.status, again.data]).toEqual([200, first.data]);
    expect((await pc.supersplat.getUpload({ uploadId: upload.id })).status).toBe("completed");

    const made = await pc.supersplat.getSplat({ splatId });
    expect(made).toMatchObject({ title: "Crane", status: "processing", visibility: "unlisted", format: null, size: 0 });
    expect((await pc.supersplat.listSplats()).data).toContainEqual(made);
    clock.advance("PT10S");
    const done = await pc.supersplat.getSplat({ splatId });
    expect(done).toMatchObject({ status: "completed", format: "sog", size: contentLength });
    expect(done.completedAt).toBe(new Date(clock.now()).toISOString());
    const { data, pagination } = await pc.supersplat.listSplats();
    expect(data).toContainEqual(done);
    expect(pagination.total).toBe(4);
  });

  it("are one for all requests with the same key", async () => {
    const { pc } = world();
    const body = { sourceFormat: "ply" as const };
    const first = await pc.supersplat.createUpload.full({ "Idempotency-Key": "crane-1", body });
    const second = await pc.supersplat.createUpload.full({ "Idempotency-Key": "crane-1", body });
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.data).toEqual(first.data);
    expect((await pc.supersplat.createUpload({ body })).id).not.toBe(first.data.id);
  });

  it("refuse a file that is larger than the account may send", async () => {
    const { pc } = world();
    expect(await status(pc.supersplat.createUpload({ body: { sourceFormat: "ply", contentLength: 25e9 } }))).toBe(413);
  });

  it("are not complete while parts are missing, tags are wrong, or bytes are", async () => {
    const here = world();
    const { pc } = here;
    const { id: uploadId } = await pc.supersplat.createUpload({ body: { sourceFormat: "ply", contentLength: 20 } });
    const complete = (parts: { partNumber: number; etag: string }[]): Promise<unknown> =>
      status(pc.supersplat.completeUpload({ uploadId, body: { parts } }));
    expect(await complete([{ partNumber: 1, etag: "x" }])).toBe(409);
    const sent = await send(here, uploadId, [new Blob(["too short"])]);
    expect(await complete([{ partNumber: 2, etag: "x" }])).toBe(409);
    expect(await complete([{ partNumber: 1, etag: "x" }])).toBe(400);
    expect(await complete([...sent, ...sent])).toBe(400);
    expect(await complete(sent)).toBe(409);
    const right = await send(here, uploadId, [new Blob(["twenty bytes exactly"])]);
    expect(await complete(right)).toBe("no error");
  });

  it("take no small part before the last", async () => {
    const here = world();
    const { id: uploadId } = await here.pc.supersplat.createUpload({ body: { sourceFormat: "ply" } });
    const parts = await send(here, uploadId, [new Blob(["small"]), new Blob(["last"])]);
    expect(await status(here.pc.supersplat.completeUpload({ uploadId, body: { parts } }))).toBe(400);
  });

  it("take no parts once complete, nor when their day is over", async () => {
    const here = world();
    const { pc, clock } = here;
    const urls = (uploadId: string): Promise<unknown> =>
      status(pc.supersplat.createUploadPartUrls({ uploadId, body: { parts: [1] } }));
    const done = await pc.supersplat.createUpload({ body: { sourceFormat: "ply" } });
    const parts = await send(here, done.id, [new Blob(["bytes"])]);
    await pc.supersplat.completeUpload({ uploadId: done.id, body: { parts } });
    expect(await urls(done.id)).toBe(409);

    const late = await pc.supersplat.createUpload({ body: { sourceFormat: "ply" } });
    const tags = await send(here, late.id, [new Blob(["bytes"])]);
    clock.advance("P1D");
    expect((await pc.supersplat.getUpload({ uploadId: late.id })).status).toBe("canceled");
    expect(await urls(late.id)).toBe(409);
    expect(await status(pc.supersplat.completeUpload({ uploadId: late.id, body: { parts: tags } }))).toBe(409);
    expect(await urls("none")).toBe(404);
  });

  it("have addresses that expire, and take no more than a part", async () => {
    const { pc, clock, fetch } = world();
    const { id: uploadId } = await pc.supersplat.createUpload({ body: { sourceFormat: "ply" } });
    const { urls } = await pc.supersplat.createUploadPartUrls({ uploadId, body: { parts: [1] } });
    const [{ url, expiresAt }] = urls as [(typeof urls)[0]];
    expect(Date.parse(expiresAt)).toBeGreaterThan(clock.now());
    const large = await fetch(url, { method: "PUT", body: new Uint8Array(5 * MiB + 1) });
    expect(large.status).toBe(413);
    clock.advance(Date.parse(expiresAt) - clock.now());
    expect((await fetch(url, { method: "PUT", body: "late" })).status).toBe(403);
    expect((await pc.supersplat.getUpload({ uploadId })).uploadedParts).toEqual([]);
  });
});

describe.each(ways)("the older way to publish a splat on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("takes a file that was sent, and shows its format when the work on it is done", async () => {
    const { pc, clock, fetch } = world();
    const { signedUrl, s3Key } = await pc.splats.createUploadUrl({ body: { fileName: "harbour.ply" } });
    expect(s3Key).toBe("uploads/20417/harbour.ply");
    expect(await status(pc.splats.publish({ body: { s3Key } }))).toBe(404);
    const type = "binary/octet-stream";
    expect((await fetch(signedUrl, { method: "PUT", body: "ply", headers: { "content-type": type } })).status).toBe(
      200,
    );

    const splat = await pc.splats.publish({
      body: { s3Key, title: "Harbour", listed: true, format: "compressed.ply" },
    });
    expect(splat).toMatchObject({ title: "Harbour", format: "", size: 0, listed: true, completedAt: null, version: 0 });
    const { id, hash } = splat;
    expect(await pc.splats.get({ id })).toEqual({ id, hash, title: "Harbour", description: "", format: "" });
    clock.advance("PT10S");
    expect((await pc.splats.get({ id: String(id) })).format).toBe("compressed.ply");
  });

  it("goes by the older spelling of the file's name, and needs one", async () => {
    const { pc } = world();
    const { s3Key } = await pc.splats.createUploadUrl({ body: { filename: "..\\a/b.ply" } });
    expect(s3Key).toBe("uploads/20417/b.ply");
    expect((await pc.splats.createUploadUrl({ body: { fileName: "/" } })).s3Key).toMatch(/[^/]$/);
    expect(await status(pc.splats.createUploadUrl({ body: { size: 1 } as never }))).toBe(400);
  });

  it("lets a splat be read without a token", async () => {
    const { api, fetch } = world();
    const response = await fetch(`${api.playcanvas.url}/api/splats/8412`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ id: 8412, format: "sog" });
  });
});
