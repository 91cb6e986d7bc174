// One transfer in a process of its own, whose peak of memory is then that of the transfer: `<way> <base URL> <file>`.
import { openAsBlob } from "node:fs";
import { type Core, createCore } from "../src/core.ts";
import { type FileFunction, fileOperation } from "../src/files/file-operation.ts";
import type { UploadOptions } from "../src/files/upload-progress.ts";
import { fromPath } from "../src/node/from-path.ts";
import { toFile } from "../src/node/to-file.ts";
import { operation } from "../src/operation.ts";
import type { BodyWriter } from "../src/operation-row.ts";
import { binaryBody, multipartBody } from "../src/request/body.ts";
import { asBlob } from "../src/response/as-blob.ts";
import { asJson } from "../src/response/as-json.ts";

const [way = "", baseUrl = "", file = ""] = process.argv.slice(2);
const core = createCore({ name: "museum-client", version: "1.2.3", auth: "museum-token-0123456789", baseUrl });
let told = 0;
const onProgress = () => {
  told++;
};

async function upload(write: BodyWriter, body: unknown, options: UploadOptions): Promise<unknown> {
  type Upload = (core: Core, input: unknown, options: UploadOptions) => Promise<unknown>;
  return operation<Upload>({ id: "addTour", method: "PUT", path: "/tours", body: { write }, parse: asJson })(
    core,
    { body },
    options,
  );
}

const ways: Record<string, () => Promise<unknown>> = {
  idle: async () => (await fetch(`${baseUrl}/`, { method: "PUT", body: "idle" })).json(),
  download: () => {
    const tour = fileOperation<FileFunction>({ id: "getTour", method: "GET", path: "/tours", parse: asBlob });
    return toFile(tour.download(core), file, { onProgress });
  },
  fetch: async () => (await fetch(`${baseUrl}/tours`, { method: "PUT", body: await openAsBlob(file) })).json(),
  fetchForm: async () => {
    const form = new FormData();
    form.append("file", await openAsBlob(file));
    return (await fetch(`${baseUrl}/tours`, { method: "PUT", body: form })).json();
  },
  binary: async () => upload(binaryBody, await fromPath(file), {}),
  binaryProgress: async () => upload(binaryBody, await fromPath(file), { onProgress }),
  form: async () => upload(multipartBody, { file: await fromPath(file) }, {}),
  formProgress: async () => upload(multipartBody, { file: await fromPath(file) }, { onProgress }),
};

const startedAt = performance.now();
const result = await ways[way]?.();
const { maxRSS } = process.resourceUsage();
console.log(JSON.stringify({ result, told, peakMb: maxRSS / 1024, ms: performance.now() - startedAt }));
process.exit();
