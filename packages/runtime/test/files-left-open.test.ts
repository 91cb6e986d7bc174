import { getEventListeners } from "node:events";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { createCore } from "../src/core.ts";
import { type FileFunction, fileOperation } from "../src/files/file-operation.ts";
import { asBlob } from "../src/response/as-blob.ts";
import { fakeClock } from "../src/testing/fake-clock.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

test("a file that is opened and forgotten leaves no listener, no timer and no request behind", async () => {
  const clock = fakeClock();
  let isCancelled = false;
  const fetch = async () =>
    new Response(
      new ReadableStream<Uint8Array>({
        pull: (controller) => controller.enqueue(new Uint8Array(1000)),
        cancel: () => {
          isCancelled = true;
        },
      }),
    );
  const options = { name: "museum-client", version: "1.2.3", auth: "museum-token-0123456789", clock, fetch };
  const core = createCore({ ...options, baseUrl: "https://api.museum.test" });
  const getPhoto = fileOperation<FileFunction>({ id: "getPhoto", method: "GET", path: "/photo", parse: asBlob });
  const { signal } = new AbortController();
  const open = async () => {
    await getPhoto.download(core).open({ signal, timeoutMs: 60_000 });
  };
  await open();
  expect(getEventListeners(signal, "abort")).toHaveLength(1);
  for (let turn = 0; turn < 100 && !isCancelled; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    collect();
  }
  expect([isCancelled, getEventListeners(signal, "abort").length, clock.pending()]).toEqual([true, 0, 0]);
});
