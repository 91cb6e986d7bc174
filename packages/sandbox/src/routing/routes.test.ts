import { describe, expect, it } from "vitest";
import type { OperationTable } from "../tables/tables.ts";
import { Routes } from "./routes.ts";

function operation(method: string, path: string): OperationTable {
  return { id: `${method} ${path}`, method, path, parameters: [], responses: {}, security: [] };
}

const routes = new Routes([
  operation("GET", "/rooms/{room-id}"),
  operation("DELETE", "/rooms/{room-id}"),
  operation("POST", "/rooms/uploads"),
  operation("GET", "/rooms/{roomId}/files/{file_name}"),
  operation("POST", "/search:all"),
]);

function found(method: string, path: string): unknown {
  const match = routes.find(method, path);
  return match !== undefined && "operation" in match ? [match.operation.id, match.path] : match;
}

describe("Routes", () => {
  it("finds an operation and its path parameters, whatever their names are made of", () => {
    expect(found("GET", "/rooms/12")).toEqual(["GET /rooms/{room-id}", { "room-id": "12" }]);
    expect(found("GET", "/rooms/12/files/a.png")).toEqual([
      "GET /rooms/{roomId}/files/{file_name}",
      { roomId: "12", file_name: "a.png" },
    ]);
  });

  it("prefers a path without parameters", () => {
    expect(found("POST", "/rooms/uploads")).toEqual(["POST /rooms/uploads", {}]);
  });

  it("decodes a parameter after the path is split, so that an encoded slash stays in it", () => {
    expect(found("GET", "/rooms/a%2Fb%20c")).toEqual(["GET /rooms/{room-id}", { "room-id": "a/b c" }]);
  });

  it("takes a colon of the template for what it is", () => {
    expect(found("POST", "/search:all")).toEqual(["POST /search:all", {}]);
    expect(found("POST", "/searchX")).toBeUndefined();
  });

  it("answers HEAD where GET is declared", () => {
    expect(found("HEAD", "/rooms/12")).toEqual(["GET /rooms/{room-id}", { "room-id": "12" }]);
  });

  it("says which methods a path takes when it does not take this one", () => {
    expect(found("PATCH", "/rooms/12")).toEqual({ allow: ["GET", "DELETE", "HEAD", "OPTIONS"] });
    expect(found("HEAD", "/search:all")).toEqual({ allow: ["POST", "OPTIONS"] });
  });

  it("takes any version in front of a path, or none, where that does not matter", () => {
    const versioned = new Routes(
      [
        operation("GET", "/v9/projects/{idOrName}"),
        operation("POST", "/v11/projects"),
        operation("GET", "/v10/projects"),
      ],
      true,
    );
    const idOf = (method: string, path: string): unknown => Object(Object(versioned.find(method, path)).operation).id;
    for (const path of ["/v9/projects/a", "/v1/projects/a", "/projects/a", "/now/projects/a", "/v3/now/projects/a"])
      expect(idOf("GET", path)).toBe("GET /v9/projects/{idOrName}");
    expect([idOf("GET", "/v9/projects"), idOf("POST", "/v1/projects")]).toEqual([
      "GET /v10/projects",
      "POST /v11/projects",
    ]);
    expect(versioned.find("GET", "/vx/projects")).toBeUndefined();
    expect(found("GET", "/v2/rooms/12")).toBeUndefined();
  });

  it("finds nothing where no template fits", () => {
    expect(found("GET", "/rooms")).toBeUndefined();
    expect(found("GET", "/")).toBeUndefined();
  });

  it("throws URIError for a broken percent-encoding", () => {
    expect(() => routes.find("GET", "/rooms/%E0%A4%A")).toThrow(URIError);
  });
});
