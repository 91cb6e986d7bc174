import { readFileSync } from "node:fs";
import { operationsOf, type RecordedRequest, readDocument, recordRequests } from "@fairlead/contract";
import { describe, expect, it } from "vitest";
import { type Ayon, createAyon } from "../src/index.ts";
import { eventId, inputs } from "./inputs.ts";

const json = (value: unknown): Partial<RecordedRequest> => ({
  headers: { "content-type": "application/json" },
  body: JSON.stringify(value),
});

/** What one call must put on the wire; `headers` are those besides authorization, accept and user-agent. */
interface Expected {
  call(ay: Ayon): Promise<unknown>;
  method: string;
  url: string;
  headers?: Record<string, string>;
  body?: string;
}

const expected: Record<string, Expected> = {
  login: {
    call: (ay) => ay.auth.login(inputs.login),
    method: "POST",
    url: "/api/auth/login",
    ...json({ name: "compositor_1", password: "fictional-passphrase-1" }),
  },
  logout: { call: (ay) => ay.auth.logout(), method: "POST", url: "/api/auth/logout" },
  getInfo: { call: (ay) => ay.server.getInfo(inputs.getInfo), method: "GET", url: "/api/info?full=true" },
  listProjects: {
    call: (ay) => ay.projects.list(inputs.listProjects),
    method: "GET",
    url: "/api/projects?page=2&length=50&library=false&active=true&order=name&desc=true&name=harbour_short",
  },
  createProject: {
    call: (ay) => ay.projects.create(inputs.createProject),
    method: "POST",
    url: "/api/projects",
    headers: { "content-type": "application/json" },
    // The recorder reads bytes as Latin-1: the two bytes of the umlaut stand apart.
    body: '{"name":"harbour_short","code":"hbr","label":"HÃ¤fen & co","color":"#2f6f8f"}',
  },
  getProject: {
    call: (ay) => ay.projects.get(inputs.getProject),
    method: "GET",
    url: "/api/projects/harbour_short",
  },
  updateProject: {
    call: (ay) => ay.projects.update(inputs.updateProject),
    method: "PATCH",
    url: "/api/projects/harbour_short",
    ...json({ attrib: { fps: 25, description: null }, active: true }),
  },
  deleteProject: {
    call: (ay) => ay.projects.delete(inputs.deleteProject),
    method: "DELETE",
    url: "/api/projects/harbour_short",
  },
  listAnatomyPresets: { call: (ay) => ay.anatomy.listPresets(), method: "GET", url: "/api/anatomy/presets" },
  getAnatomyPreset: {
    call: (ay) => ay.anatomy.getPreset(inputs.getAnatomyPreset),
    method: "GET",
    url: "/api/anatomy/presets/Film%20%26%20series%20%232",
  },
  getCurrentUser: { call: (ay) => ay.users.me(), method: "GET", url: "/api/users/me" },
  getUser: { call: (ay) => ay.users.get(inputs.getUser), method: "GET", url: "/api/users/compositor.1" },
  createUser: {
    call: (ay) => ay.users.create(inputs.createUser),
    method: "PUT",
    url: "/api/users/compositor_1",
    ...json({
      attrib: { fullName: "Compositor One" },
      data: { accessGroups: { harbour_short: ["artist"] } },
      password: "fictional-passphrase-1",
    }),
  },
  updateUser: {
    call: (ay) => ay.users.update(inputs.updateUser),
    method: "PATCH",
    url: "/api/users/compositor_1",
    ...json({ data: { accessGroups: { lighthouse_ad: ["artist"] } } }),
  },
  deleteUser: { call: (ay) => ay.users.delete(inputs.deleteUser), method: "DELETE", url: "/api/users/compositor_1" },
  listInstallers: {
    call: (ay) => ay.installers.list(inputs.listInstallers),
    method: "GET",
    url: "/api/desktop/installers?version=1.6.0%2Bnightly&platform=windows&variant=staging",
  },
  createInstaller: {
    call: (ay) => ay.installers.create(inputs.createInstaller),
    method: "POST",
    url: "/api/desktop/installers?url=https%3A%2F%2Ffiles.example.com%2Flauncher%2Fa%2520b.exe%3Fsig%3D1%26x%3D2%2B3&force=true",
    ...json({ filename: "harbour-launcher-1.6.0.exe", platform: "windows", version: "1.6.0", checksum: null }),
  },
  downloadInstaller: {
    call: (ay) => ay.installers.download(inputs.downloadInstaller),
    method: "GET",
    url: "/api/desktop/installers/harbour-launcher-1.6.0%2B1.exe",
  },
  uploadInstaller: {
    call: (ay) => ay.installers.upload(inputs.uploadInstaller),
    method: "PUT",
    url: "/api/desktop/installers/harbour-launcher-1.6.0.exe",
    headers: { "content-type": "application/octet-stream" },
    body: "MZ\0\xff\r\n",
  },
  deleteInstaller: {
    call: (ay) => ay.installers.delete(inputs.deleteInstaller),
    method: "DELETE",
    url: "/api/desktop/installers/harbour-launcher-1.6.0.exe",
  },
  listDependencyPackages: {
    call: (ay) => ay.dependencyPackages.list(),
    method: "GET",
    url: "/api/desktop/dependencyPackages",
  },
  createDependencyPackage: {
    call: (ay) => ay.dependencyPackages.create(inputs.createDependencyPackage),
    method: "POST",
    url: "/api/desktop/dependencyPackages?force=false",
    ...json({
      filename: "harbour-deps.zip",
      platform: "linux",
      installerVersion: "1.6.0",
      pythonModules: { numpy: "2.1.0" },
    }),
  },
  downloadDependencyPackage: {
    call: (ay) => ay.dependencyPackages.download(inputs.downloadDependencyPackage),
    method: "GET",
    url: "/api/desktop/dependencyPackages/harbour-deps.zip",
    // The two about caches are from fetch itself, which adds them to every request for a part.
    headers: { range: "bytes=1024-", "if-range": '"0f3a"', "cache-control": "no-cache", pragma: "no-cache" },
  },
  uploadDependencyPackage: {
    call: (ay) => ay.dependencyPackages.upload(inputs.uploadDependencyPackage),
    method: "PUT",
    url: "/api/desktop/dependencyPackages/harbour-deps.zip",
    headers: { "content-type": "application/octet-stream" },
    body: "PK",
  },
  deleteDependencyPackage: {
    call: (ay) => ay.dependencyPackages.delete(inputs.deleteDependencyPackage),
    method: "DELETE",
    url: "/api/desktop/dependencyPackages/harbour-deps.zip",
  },
  listAddons: { call: (ay) => ay.addons.list(inputs.listAddons), method: "GET", url: "/api/addons?details=true" },
  installAddon: {
    call: (ay) => ay.addons.install(inputs.installAddon),
    method: "POST",
    url: "/api/addons/install?url=https%3A%2F%2Ffiles.example.com%2Ftools.zip&addonName=harbour_tools&addonVersion=1.3.0%2Bb2",
  },
  deleteAddonVersion: {
    call: (ay) => ay.addons.deleteVersion(inputs.deleteAddonVersion),
    method: "DELETE",
    url: "/api/addons/harbour_tools/1.3.0%2Bb2?purge=true",
  },
  getEvent: { call: (ay) => ay.events.get(inputs.getEvent), method: "GET", url: `/api/events/${eventId}` },
};

/** Operations whose answer is no JSON: a file, or nothing. */
const withoutJson = [
  "updateProject",
  "deleteProject",
  "createUser",
  "updateUser",
  "deleteUser",
  "downloadInstaller",
  "uploadInstaller",
  "deleteInstaller",
  "downloadDependencyPackage",
  "uploadDependencyPackage",
  "deleteDependencyPackage",
  "deleteAddonVersion",
];

const document = readDocument(new URL("../../../spec/ayon/dist/openapi.json", import.meta.url));
const version = (JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string })
  .version;

describe("what goes over the wire", () => {
  it("is written down for every operation of the document", () => {
    expect(Object.keys(expected).sort()).toEqual([...operationsOf(document).keys()].sort());
  });

  for (const [operationId, { call, method, url, headers, body }] of Object.entries(expected)) {
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
          accept: withoutJson.includes(operationId) ? "*/*" : "application/json",
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
