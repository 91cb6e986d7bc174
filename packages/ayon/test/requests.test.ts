import { readFileSync } from "node:fs";
import { operationsOf, readDocument, recordRequests } from "@fairlead/contract";
import { describe, expect, it } from "vitest";
import { createAyon } from "../src/index.ts";
import { access } from "./requests/access.ts";
import { distribution } from "./requests/distribution.ts";
import type { Expected } from "./requests/expected.ts";
import { folders } from "./requests/folders.ts";
import { media } from "./requests/media.ts";
import { projects } from "./requests/projects.ts";
import { publishing } from "./requests/publishing.ts";
import { studio } from "./requests/studio.ts";
import { work } from "./requests/work.ts";

/** What each operation must put on the wire. */
const expected: Record<string, Expected> = {
  ...access,
  ...projects,
  ...folders,
  ...publishing,
  ...work,
  ...media,
  ...distribution,
  ...studio,
};

const document = readDocument(new URL("../../../spec/ayon/dist/openapi.json", import.meta.url));
const version = (JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string })
  .version;

describe("what goes over the wire", () => {
  it("is written down for every operation of the document", () => {
    expect(Object.keys(expected).sort()).toEqual([...operationsOf(document).keys()].sort());
  });

  for (const [operationId, { call, accept, method, url, headers, body }] of Object.entries(expected)) {
    it(`${operationId} sends ${method} ${url}`, async () => {
      await using server = await recordRequests(200, {});
      await call(createAyon({ auth: "a-secret-token", baseUrl: server.url }));
      const [request] = server.requests;
      expect(server.requests).toHaveLength(1);
      expect(request?.headers["user-agent"]).toMatch(new RegExp(`^fairlead-ayon/${version} \\(Node\\.js/\\d+`));
      expect(request).toEqual({
        method,
        url,
        headers: {
          accept: accept ?? "application/json",
          // A login needs none and a logout ends its session, so it goes with these two as with all others.
          authorization: "Bearer a-secret-token",
          "user-agent": request?.headers["user-agent"],
          ...headers,
        },
        body: body ?? "",
      });
    });
  }

  it("is the file itself where an addon is installed from one", async () => {
    await using server = await recordRequests(200, {});
    await createAyon({ auth: "a-secret-token", baseUrl: server.url }).addons.install({ body: new Blob(["PK\u0003"]) });
    expect(server.requests).toMatchObject([
      {
        method: "POST",
        url: "/api/addons/install",
        headers: { "content-type": "application/octet-stream" },
        body: "PK\u0003",
      },
    ]);
  });

  it("is under the declared media type where the bytes have none, and under the caller's before any", async () => {
    await using server = await recordRequests(200, {});
    const ay = createAyon({ auth: "a-secret-token", baseUrl: server.url });
    const body = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
    await ay.thumbnails.upload({ project_name: "harbour_short", body });
    const file = { project_name: "harbour_short", "X-File-Name": "waves.png" };
    await ay.files.upload({ ...file, body: body.buffer });
    await ay.files.upload({ ...file, body: new Blob([body]) });
    const typed = new Blob([body], { type: "text/plain" });
    await ay.files.upload({ ...file, body: typed }, { headers: { "content-type": "image/png" } });
    expect(server.requests.map(({ headers }) => headers["content-type"])).toEqual([
      "image/png",
      "application/octet-stream",
      "application/octet-stream",
      "image/png",
    ]);
    expect(server.requests.map((request) => request.body)).toEqual(Array(4).fill("\x89PNG"));
  });

  it("is the client's own token for a logout, whatever the call brings", async () => {
    await using server = await recordRequests(200, { detail: "Logged out" });
    const ay = createAyon({ auth: "a-secret-token", baseUrl: server.url });
    await ay.auth.logout({}, { headers: { authorization: "Bearer another-token" } });
    expect(server.requests).toMatchObject([{ headers: { authorization: "Bearer a-secret-token" } }]);
  });

  it("is a number more for each page of the projects, past those that lack projects which the caller may not see", async () => {
    const pages = [["harbour_short", "lighthouse_ad"], [], ["studio_library"]];
    const urls: string[] = [];
    const fetch = async (url: string) => {
      urls.push(url);
      const names = pages[Number(new URL(url).searchParams.get("page") ?? 1) - 1];
      // Behind the last page the server counts none; before it, also those that it does not show.
      const projects = (names ?? []).map((name) => ({ name }));
      return Response.json({ detail: "", count: names ? 5 : 0, projects });
    };
    const ay = createAyon({ auth: "a-secret-token", baseUrl: "https://ayon.example.com", fetch });
    const found = await ay.projects.list.all({ length: 2, active: true });
    expect(found.map(({ name }) => name)).toEqual(pages.flat());
    expect(urls.slice(0, 3)).toEqual([
      "https://ayon.example.com/api/projects?length=2&active=true",
      "https://ayon.example.com/api/projects?page=2&length=2&active=true",
      "https://ayon.example.com/api/projects?page=3&length=2&active=true",
    ]);
  });
});
