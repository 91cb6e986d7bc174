import { describe, expect, it } from "vitest";
import { askFor } from "./ask-for.ts";

const wanted = { operationId: "getTicket" };

describe("the headers that ask for an answer", () => {
  it("name the status, and the example where there is one", () => {
    expect(askFor({ ...wanted, status: 204 })).toEqual({ prefer: "code=204" });
    expect(askFor({ ...wanted, status: 200, example: "sold", mediaType: "application/json" })).toEqual({
      prefer: "code=200, example=sold",
    });
  });
  it("accept an error of a media type that the client does not ask for", () => {
    expect(askFor({ ...wanted, status: 400, example: "gone", mediaType: "text/plain" })).toEqual({
      prefer: "code=400, example=gone",
      accept: "text/plain",
    });
  });
  it("accept an error of an operation whose client asks for a stream", () => {
    const gone = { ...wanted, status: 410, mediaType: "application/json", isStream: true } as const;
    expect(askFor(gone)).toEqual({ prefer: "code=410", accept: "application/json" });
    expect(askFor({ ...gone, status: 200 })).toEqual({ prefer: "code=200" });
  });
  it("leave it to the client what else it accepts", () => {
    expect(askFor({ ...wanted, status: 404, mediaType: "application/problem+json" })).toEqual({ prefer: "code=404" });
    expect(askFor({ ...wanted, status: 200, mediaType: "image/png" })).toEqual({ prefer: "code=200" });
  });
});
