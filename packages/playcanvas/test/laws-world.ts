import {
  type BundledDocument,
  type LawWorld,
  type OpenWorld,
  type RequestMakers,
  readDocument,
} from "@fairlead/contract";
import { type SandboxSession, startSandbox, type Tables } from "@fairlead/sandbox";
import playcanvas from "../src/sandbox/index.ts";

/** The bundled document, which the laws read besides the tables. */
export const document: BundledDocument = readDocument(
  new URL("../../../spec/playcanvas/dist/openapi.json", import.meta.url),
);

/** What the laws are generated from. */
export const tables: Tables = playcanvas.tables;

const tokens = {
  playcanvas: [
    { token: "token-of-a-writer", role: "write" },
    { token: "token-of-a-reader", role: "read" },
    { token: "token-of-a-paid-writer", role: "write", tier: "paid" },
  ],
};

/** Worlds of one sandbox: each is a session of its own, reached in process or over HTTP. */
export async function openWorlds(
  way: "in process" | "over HTTP",
): Promise<{ open: OpenWorld; close(): Promise<void> }> {
  const listen = way === "over HTTP";
  const sandbox = await startSandbox({ apis: { playcanvas }, listen, tokens, answers: listen ? "report" : "throw" });
  const open: OpenWorld = async () => worldOf(sandbox.session(), listen);
  return { open, close: () => sandbox.close() };
}

function tokenOf(role: string, tier: string | undefined): string {
  const grant = tokens.playcanvas.find((one) => one.role === role && one.tier === tier);
  if (grant === undefined) throw new RangeError(`No token has the role ${role} and the tier ${tier}.`);
  return grant.token;
}

function worldOf(session: SandboxSession<{ playcanvas: typeof playcanvas }>, listen: boolean): LawWorld {
  const api = session.api.playcanvas;
  return {
    fetch: (request) => (listen ? fetch(request) : api.fetch(request)),
    origin: api.url,
    token: (role = "write", tier) => tokenOf(role, tier),
    now: () => session.clock.now(),
    advance: (ms) => session.clock.advance(ms),
    planJob: (plan) => session.jobs.plan(plan),
    entities: (type) => api.store.list(type),
    add: (type, entities) => entities.map((entity) => api.store.create(type, entity)),
    journal: () => session.journal.list(),
    close: () => session.close(),
  };
}

/** The requests that no declaration gives: files that exist, uploads that are open, bytes that storage has. */
export const requests: RequestMakers = {
  async getAssetFile(client, derived) {
    const assets = await client.world.entities("Asset");
    const asset =
      assets.find(({ id, file }) => file !== null && id === derived.path.assetId) ??
      assets.find(({ file }) => file !== null);
    if (asset === undefined) throw new Error("No asset of the seed has a file.");
    const { filename } = asset.file as { filename: string };
    return { path: { assetId: asset.id, filename }, query: { branchId: asset.branchId } };
  },
  async createSplatUploadPartUrls(client) {
    const { id } = (await client.call("createSplatUpload")).json as { id: string };
    return { path: { uploadId: id } };
  },
  async publishSplat(client, derived) {
    const { signedUrl, s3Key } = (await client.call("createUploadUrl")).json as { signedUrl: string; s3Key: string };
    await client.world.fetch(new Request(signedUrl, { method: "PUT", body: "ply" }));
    const value = { ...(derived.body?.value as object), s3Key };
    return { body: { mediaType: "application/json", value } };
  },
  async completeSplatUpload(client) {
    const creation = client.context.operation("createSplatUpload");
    const draft = await client.valid(creation);
    const made = await client.send(creation, {
      ...draft,
      body: { mediaType: "application/json", value: { sourceFormat: "ply" } },
    });
    const { id } = made.json as { id: string };
    const signing = client.context.operation("createSplatUploadPartUrls");
    const body = { mediaType: "application/json", value: { parts: [1] } };
    const signed = await client.send(signing, { path: { uploadId: id }, query: {}, header: {}, body });
    const [{ url } = { url: "" }] = (signed.json as { urls: { url: string }[] }).urls;
    const sent = await client.world.fetch(new Request(url, { method: "PUT", body: "one part" }));
    const parts = [{ partNumber: 1, etag: sent.headers.get("etag") ?? "" }];
    return { path: { uploadId: id }, body: { mediaType: "application/json", value: { parts } } };
  },
};
