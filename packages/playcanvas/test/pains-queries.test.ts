import { asJson, inQuery, type OperationFunction, operation, structuredValue } from "@fairlead/runtime";
import { expect, it } from "vitest";
import { createPlayCanvasCore } from "../src/operations.ts";
import { jsonReply, startServer } from "./pains-server.ts";

const written = { in: inQuery, type: "any", write: structuredValue } as const;

it("each parameter is written in the style of its own, in one request", async () => {
  await using server = await startServer(() => jsonReply({}));
  const search = operation<OperationFunction>({
    id: "searchTours",
    method: "GET",
    path: "/api/tours",
    parse: asJson,
    params: {
      ids: written,
      tags: { ...written, explode: false },
      rooms: { ...written, style: "pipeDelimited" },
      words: { ...written, style: "spaceDelimited" },
      where: { ...written, style: "deepObject" },
      size: { ...written, explode: false },
    },
  });
  await search(createPlayCanvasCore(server.options), {
    ids: [1, 2],
    tags: ["sea", "a,b&c"],
    rooms: ["north", "south"],
    words: ["low", "tide"],
    where: { open: true, "max[price]": 5 },
    size: { w: 4, h: 3 },
  });
  const [, query] = server.requests[0]?.url.split("?") ?? [];
  expect(query?.split("&")).toEqual([
    "ids=1",
    "ids=2",
    "tags=sea,a%2Cb%26c",
    "rooms=north|south",
    "words=low%20tide",
    "where[open]=true",
    "where[max%5Bprice%5D]=5",
    "size=w,4,h,3",
  ]);
});
