import { apiKey, isApiError, isNotFoundError, isRequestError } from "@fairlead/ayon";
import { findFolder, getProjectNames, isDuplicateError, isUnsupportedOperationError } from "@fairlead/ayon/helpers";
import { createAyonCore, createProject, deleteFolder, getProject, listProjects } from "@fairlead/ayon/operations";
import { request } from "@fairlead/runtime/raw";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AuthServer, serviceKey, startAuthServer } from "./auth-server.ts";
import { failure } from "./failure.ts";
import { hex, openStudio } from "./helpers-studio.ts";

let server: AuthServer;
beforeAll(async () => {
  server = await startAuthServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const coreOf = () => createAyonCore({ baseUrl: server.url, auth: apiKey(serviceKey), retry: false });

describe("the names of projects", () => {
  it("are those of all projects in one answer, in the server's order", async () => {
    const projects = ["harbour_short", "a_studio"].map((name) => ({ name, code: "x", active: true }));
    // The server counts projects that the user may not see.
    server.other = () => [200, { detail: "", count: 5, projects }];
    expect(await getProjectNames(coreOf(), { active: true, library: false })).toEqual(["harbour_short", "a_studio"]);
    expect(server.seen.map(({ url }) => url)).toEqual(["/api/projects?library=false&active=true"]);
  });

  it("may be none", async () => {
    server.other = () => [200, { detail: "", count: 0, projects: [] }];
    expect(await getProjectNames(coreOf())).toEqual([]);
  });
});

describe("a folder by its path", () => {
  const folder = { id: hex("f2"), name: "sh010", path: "/shots/sh010" };
  const openWithFolder = () => {
    const studio = openStudio();
    studio.before = ({ what }) => {
      if (!what.startsWith("GET ")) return undefined;
      return what.endsWith(`/folders/${folder.id}`) ? [200, folder] : [404, { code: 404, detail: "gone" }];
    };
    return studio;
  };
  const project_name = "harbour_short";

  it.each(["/shots/sh010", "shots/sh010", "shots/sh010/"])("takes two small calls: %s", async (path) => {
    const { core, seen } = openWithFolder();
    expect(await findFolder(core, { project_name, path })).toEqual(folder);
    expect(seen.map(({ what }) => what)).toEqual([
      "POST /graphql",
      `GET /api/projects/harbour_short/folders/${folder.id}`,
    ]);
    expect(seen[0]?.body).toMatchObject({ variables: { project_name, paths: ["shots/sh010"] } });
  });

  it("is undefined where there is none, and where it goes between the calls", async () => {
    const { core, seen, rows } = openWithFolder();
    expect(await findFolder(core, { project_name, path: "shots/sh020" })).toBeUndefined();
    expect(seen.length).toBe(1);
    rows.folders.push({ id: hex("f3"), path: "/shots/sh020", active: true });
    expect(await findFolder(core, { project_name, path: "shots/sh020" })).toBeUndefined();
  });

  it("is the active one of several", async () => {
    const { core, rows } = openWithFolder();
    rows.folders.unshift({ id: hex("f4"), path: "/shots/sh010", active: false });
    expect(await findFolder(core, { project_name, path: "/shots/sh010" })).toEqual(folder);
  });

  it("passes other failures on", async () => {
    const studio = openStudio();
    studio.before = ({ what }) => (what.startsWith("GET ") ? [503, { code: 503, detail: "busy" }] : undefined);
    const error = await failure(findFolder(studio.core, { project_name, path: "/shots" }));
    expect(error).toSatisfy(isApiError);
  });

  it("has to have a name", async () => {
    const { core, seen } = openWithFolder();
    for (const path of ["", "/", "//"])
      await expect(findFolder(core, { project_name, path })).rejects.toSatisfy(isRequestError);
    expect(seen).toEqual([]);
  });
});

describe("a duplicate", () => {
  const make = (status: number, body: unknown) => {
    server.other = () => [status, body];
    return failure(createProject(coreOf(), { body: { name: "harbour_short", code: "hbr" } }));
  };
  // As a server 1.16.0 answers a second bundle of a name.
  const violation = (error: string) => ({
    path: "[POST] /bundles",
    file: "x.py",
    function: "f",
    line: 0,
    detail: "",
    error,
    code: 409,
  });

  it("is a 409, and a 500 in which the database tells of one", async () => {
    expect(await make(409, { code: 409, detail: "exists" })).toSatisfy(isDuplicateError);
    expect(await make(500, violation("unique-violation"))).toSatisfy(isDuplicateError);
    expect(await make(500, { code: 409, detail: "exists" })).toSatisfy(isDuplicateError);
  });

  it("is neither another failure of the database or the server, nor something that is in use", async () => {
    const others = [
      await make(500, violation("foreign-key-violation")),
      await make(500, { status: 500, detail: "a bug", traceback: "" }),
      await make(500, "Internal Server Error"),
      await make(400, { code: 400, detail: "exists" }),
    ];
    server.other = () => [409, { code: 409, detail: "the folder has products" }];
    others.push(await failure(deleteFolder(coreOf(), { project_name: "harbour_short", folder_id: hex("f2") })));
    for (const error of [...others, new Error("409"), undefined, { status: 409 }])
      expect(error).not.toSatisfy(isDuplicateError);
  });
});

describe("an operation that an old server lacks", () => {
  const get = (status: number, body: unknown) => {
    server.other = () => [status, body];
    return failure(getProject(coreOf(), { project_name: "harbour_short" }));
  };

  it("is told from something that does not exist", async () => {
    const unknownPath = await get(404, { code: 404, detail: "Not found", path: "/api/projects/harbour_short" });
    expect(unknownPath).toSatisfy(isUnsupportedOperationError);
    expect(unknownPath).toSatisfy(isNotFoundError);
    const unknownMethod = await get(405, { detail: "Method Not Allowed" });
    expect(unknownMethod).toSatisfy(isUnsupportedOperationError);
    expect(unknownMethod).toMatchObject({ name: "ApiError", status: 405, body: { detail: "Method Not Allowed" } });
    expect((unknownMethod as Error).message).toBe("GET /api/projects/{project_name}: 405 Method Not Allowed");
  });

  it("is told of calls of routes that no operation describes, too", async () => {
    server.other = () => [404, { code: 404, detail: "Not found", path: "/api/newer" }];
    expect(await failure(request(coreOf(), "GET", "/api/newer"))).toSatisfy(isUnsupportedOperationError);
  });

  it("is no other failure", async () => {
    const others = [
      await get(404, { code: 404, detail: "Project not found" }),
      await get(404, "<html>no such page</html>"),
      await get(400, { code: 400, detail: "wrong", path: "/api/projects" }),
      await get(501, { code: 501, detail: "not here" }),
    ];
    server.other = () => [200, "<html></html>"];
    others.push(await failure(listProjects(coreOf())));
    for (const error of [...others, new Error("405"), undefined])
      expect(error).not.toSatisfy(isUnsupportedOperationError);
  });
});
