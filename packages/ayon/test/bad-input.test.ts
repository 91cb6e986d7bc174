import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import {
  apiKey,
  bearer,
  createAyon,
  isAuthError,
  isAuthenticationError,
  isBadRequestError,
  isBatchError,
  isConflictError,
  isDecodeError,
  isDuplicateError,
  isGraphqlError,
  isNotFoundError,
  isPayloadTooLargeError,
  isPermissionDeniedError,
  isUnsupportedOperationError,
  login,
} from "@fairlead/ayon";
import ayon from "@fairlead/ayon/sandbox";
import { startSandbox } from "@fairlead/sandbox";
import { describe, expect, it } from "vitest";
import { failure } from "./failure.ts";
import { useSandbox } from "./on-sandbox.ts";

const world = useSandbox("over HTTP");
const project_name = "harbour_short";
const hourMs = 60 * 60 * 1000;

describe("each mistake has its error", () => {
  it("a wrong password: 403 and not 401, and no password in it", async () => {
    const { admin, client } = world();
    const body = { name: "compositor_1", password: "not-the-password" };
    const refused = await failure(admin.auth.login({ body }));
    expect(isPermissionDeniedError(refused)).toBe(true);
    const loggedOut = await failure(client(login(body)).users.me());
    expect(isAuthError(loggedOut)).toBe(true);
    for (const error of [refused, loggedOut]) expect(`${error} ${JSON.stringify(error)}`).not.toContain(body.password);
  });

  it("a session that has ended: 401 for a token, and nothing at all for a login, which is renewed", async () => {
    const { admin, client, clock } = world();
    const { token } = await admin.auth.login({ body: { name: "producer", password: "producer" } });
    const holder = client(bearer(() => token));
    const person = client(login({ name: "producer", password: "producer" }));
    expect((await holder.users.me()).name).toBe((await person.users.me()).name);
    clock.advance(73 * hourMs);
    expect(isAuthenticationError(await failure(holder.users.me()))).toBe(true);
    expect((await person.users.me()).name).toBe("producer");
  });

  it("a project that does not exist, and one that is not the user's", async () => {
    const { admin, client } = world();
    expect(isNotFoundError(await failure(admin.folders.list({ project_name: "no_such_project" })))).toBe(true);
    const artist = client(login({ name: "compositor_1", password: "fictional-passphrase-1" }));
    expect(isPermissionDeniedError(await failure(artist.folders.list({ project_name: "studio_library" })))).toBe(true);
  });

  it("a name that is taken: 409, or 500 with the code 409 inside", async () => {
    const { admin } = world();
    const folder = { name: "shots", folderType: "Folder" };
    const conflict = await failure(admin.folders.create({ project_name, body: folder }));
    expect([isConflictError(conflict), isDuplicateError(conflict)]).toEqual([true, true]);
    const { bundles } = await admin.bundles.list();
    const [{ name = "", installerVersion } = {}] = bundles;
    const body = { name, addons: {}, installerVersion: installerVersion ?? null };
    const duplicate = await failure(admin.bundles.create({ body }));
    expect(duplicate).toMatchObject({ status: 500, body: { code: 409 } });
    expect([isConflictError(duplicate), isDuplicateError(duplicate)]).toEqual([false, true]);
  });

  it("a batch that is malformed is refused whole; one that fails tells which of it did", async () => {
    const { admin } = world();
    const malformed = { type: "update", entityType: "folder", data: { label: "x" } };
    const apply = (operations: object[]) => admin.operations.apply({ project_name, body: { operations } as never });
    expect(isBadRequestError(await failure(apply([malformed])))).toBe(true);
    const folderId = "1f0e6b2ab8d511f19c4e0a58c3d27b02";
    const failed = await failure(
      admin.applyBatch({
        project_name,
        operations: [
          { type: "update", entityType: "folder", entityId: folderId, data: { label: "Kept by nobody" } },
          { type: "create", entityType: "task", data: { name: "grading", taskType: "No such type", folderId } },
        ],
      }),
    );
    if (!isBatchError(failed)) throw new Error("The batch was done.");
    expect(failed.results.map(({ outcome }) => outcome)).toEqual(["undone", "failed"]);
    expect(failed.failed[0]?.operation).toMatchObject({ entityType: "task" });
    expect((await admin.folders.get({ project_name, folder_id: folderId })).label).not.toBe("Kept by nobody");
  });

  it("an installer over the cap: 413, and nothing of it is kept", async () => {
    await using sandbox = await startSandbox({ apis: { ayon }, limits: { bodyBytes: 1000 } });
    const { url, token, store } = sandbox.api.ayon;
    const ay = createAyon({ baseUrl: url, auth: apiKey(token()), retry: false });
    const filename = "harbour-launcher-9.0.0.exe";
    await ay.installers.create({ body: { filename, platform: "windows", version: "9.0.0" } });
    const refused = await failure(ay.installers.upload({ filename, body: new Uint8Array(1001) }));
    expect(isPayloadTooLargeError(refused)).toBe(true);
    expect(store.get("Installer", filename)).toMatchObject({ content: null, sources: [] });
    await ay.installers.upload({ filename, body: new Uint8Array(1000) });
    expect((await ay.installers.download({ filename })).size).toBe(1000);
  });

  it("a server that answers HTML: no AYON server is there", async () => {
    const server = createServer((_, response) =>
      response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>Router</title>"),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    try {
      const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const ay = createAyon({ baseUrl, auth: apiKey("a-key-of-tests"), retry: false });
      for (const call of [ay.projects.list(), ay.graphql.users(), ay.applyBatch({ project_name, operations: [] })])
        expect(isDecodeError(await failure(call))).toBe(true);
    } finally {
      server.close();
    }
  });

  it("an old server that lacks an operation is told from something that does not exist", async () => {
    const { admin } = world();
    expect(isUnsupportedOperationError(await failure(admin.request("PUT", "/api/attributes")))).toBe(true);
    expect(isUnsupportedOperationError(await failure(admin.request("GET", "/api/newer")))).toBe(true);
    const folder_id = "00000000000000000000000000000000";
    expect(isUnsupportedOperationError(await failure(admin.folders.get({ project_name, folder_id })))).toBe(false);
  });

  it("errors beside data in GraphQL: they are thrown, and the data is in them", async () => {
    const { admin } = world();
    const document = `{ project(name: "${project_name}") { name folder(id: "00000000000000000000000000000000") { name } } }`;
    const error = await failure(admin.graphql(document));
    if (!isGraphqlError(error)) throw new Error("Nothing was thrown.");
    expect(error.kind).toBe("notFound");
    expect(error.data).toEqual({ project: { name: project_name, folder: null } });
    const broken = await failure(admin.graphql("{ projects { "));
    expect(isGraphqlError(broken) && broken.kind).toBe("document");
  });
});
