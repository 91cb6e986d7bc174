import { describe, expect, it } from "vitest";
import { logbookDocument } from "../../../test/logbook/document.ts";
import { examplesToTry, readLawDocument } from "./law-document.ts";

describe("the request examples to try", () => {
  const { paths, ...rest } = logbookDocument;
  const get = { operationId: "getEntry" };
  const document = readLawDocument({
    ...rest,
    paths: { ...paths, "/v2/entries/{idOrTitle}": { get } } as typeof paths,
  });

  it("are those of the document", () => {
    expect(examplesToTry(document, "writeEntry")).toMatchObject([{ name: "one", value: { title: "Swell" } }]);
  });
  it("are one request without any where there is none, whether the operation is known or not", () => {
    expect(examplesToTry(document, "getEntry")).toEqual([undefined]);
    expect(examplesToTry(document, "unknownOperation")).toEqual([undefined]);
  });
});
