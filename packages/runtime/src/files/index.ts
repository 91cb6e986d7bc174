export { isTransferError, TransferError, type TransferErrorKind } from "../errors/transfer-error.ts";
export { type BinaryBody, binaryBody, multipartBody } from "../request/body.ts";
export type { Download, DownloadOptions, OpenFile } from "./download.ts";
export { type FileFunction, fileOperation } from "./file-operation.ts";
export { type FileResult, fileResult } from "./file-result.ts";
export { jsonLines } from "./json-lines.ts";
export type { UploadOptions, UploadProgress } from "./upload-progress.ts";
