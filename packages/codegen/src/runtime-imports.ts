/** What a generated file may need of each entry of the runtime: types, then values; the error classes of rows come besides. */
const ENTRIES: readonly { readonly from: string; readonly types: string; readonly values: string }[] = [
  {
    from: "@fairlead/runtime",
    types:
      "AllOptions CallOptions Core Failure JobRow ListResult NoAnswer Page PagesOptions PaginationRow RateClassRow Success",
    values:
      "anyHost asBlob asJson asNothing asText byCursor byLastId byOffset byPage formBody inHeader inPath inQuery inSegment jsonBody listOperation listValue operation scalarValue structuredValue textBody xRateLimit",
  },
  {
    from: "@fairlead/runtime/files",
    types: "BinaryBody Download FileResult UploadOptions",
    values: "binaryBody fileOperation fileResult multipartBody",
  },
  { from: "@fairlead/runtime/streams", types: "StreamResult", values: "asLines streamableOperation streamOperation" },
  { from: "@fairlead/runtime/waiters", types: "Job WaitOptions", values: "jobOperation" },
];

/** The imports of a generated file: only what it uses, so that no document gets one for nothing. */
export function runtimeImports(body: string): string {
  const code = body.replaceAll(/\/\*\*.*?\*\//gs, ""); // a comment may hold any word
  const used = (names: string) => names.split(" ").filter((name) => new RegExp(`\\b${name}\\b`).test(code));
  const errors = new Set([...code.matchAll(/\b\d{3}: (\w+Error)\b/g)].map(([, name]) => name));
  return ENTRIES.map(({ from, types, values }, index) => {
    const classes = index === 0 ? [...errors].sort() : [];
    const names = [...used(types).map((name) => `type ${name}`), ...classes, ...used(values)];
    return names.length === 0 ? "" : `import {\n${names.map((name) => `  ${name},\n`).join("")}} from "${from}";\n`;
  }).join("");
}
