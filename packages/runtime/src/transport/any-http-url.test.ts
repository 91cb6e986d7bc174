import { describe, expect, test } from "vitest";
import { clientWith, json, rejection } from "../../test/support/client.ts";
import { createCore } from "../core.ts";
import { type FileFunction, fileOperation } from "../files/file-operation.ts";
import { type OperationFunction, operation } from "../operation.ts";
import type { OperationRow } from "../operation-row.ts";
import { asBlob } from "../response/as-blob.ts";
import { asJson } from "../response/as-json.ts";
import { anyHttpUrl } from "./any-http-url.ts";
import { sameOrigin } from "./redirect.ts";

const row: OperationRow = { id: "getVisit", method: "GET", path: "/visits", parse: asJson };
const lan = "http://museum.lan:5000";
const to = (location: string) => new Response(null, { status: 302, headers: { location } });

describe("plain http to another machine", () => {
  test("is refused unless the client is told to allow it", () => {
    const options = { name: "n", version: "1", auth: "museum-token-0123", baseUrl: lan };
    expect(() => createCore(options)).toThrow("baseUrl must be https");
    expect(createCore({ ...options, checkUrl: anyHttpUrl }).baseUrl).toBe(lan);
  });

  test.each([
    "http://user:secret@museum.lan/",
    "ftp://museum.lan/",
    "museum.lan",
    "http:///",
    "http://museum.lan/?a=1",
  ])("is never %s", (baseUrl) => {
    const options = { name: "n", version: "1", auth: "museum-token-0123", baseUrl, checkUrl: anyHttpUrl };
    expect(() => createCore(options)).toThrow("baseUrl must be https");
  });

  test("is followed by a redirect on that server, with the credentials", async () => {
    const { core, sent } = clientWith([to("/payload"), new Response("bytes")], { baseUrl: lan, checkUrl: anyHttpUrl });
    const file = fileOperation<FileFunction>({ ...row, parse: asBlob, redirects: sameOrigin }).download(core);
    expect(await file.text()).toBe("bytes");
    expect(sent.map(({ url, headers }) => [url, headers.has("authorization")])).toEqual([
      [`${lan}/visits`, true],
      [`${lan}/payload`, true],
    ]);
  });

  test("is not where a redirect leads that came over https", async () => {
    const { core, sent } = clientWith([to("http://api.museum.test/visits"), json({})], { checkUrl: anyHttpUrl });
    const error = await rejection(operation<OperationFunction>({ ...row, redirects: sameOrigin })(core));
    expect(error).toMatchObject({ name: "RedirectError" });
    expect(sent).toHaveLength(1);
  });
});
