import type { ParamPlace } from "../operation-row.ts";
import { setHeader } from "./header.ts";
import type { RequestDraft } from "./parameter.ts";
import { checkPath, checkPathValue } from "./path.ts";

/** A parameter that is a whole segment of the path. */
export const inPath: ParamPlace = {
  encode(call, name, text) {
    checkPathValue(call, name, text);
    return encodeURIComponent(text);
  },
  put(_call, draft, name, text) {
    draft.url = draft.url.replace(`{${name}}`, () => text);
  },
};

/** A parameter that shares its segment of the path: what is harmless alone may make a dot segment together. */
export const inSegment: ParamPlace = {
  encode: (call, name, text) => inPath.encode(call, name, text),
  put(call, draft, name, text) {
    inPath.put(call, draft, name, text);
    checkPath(call, draft.url.slice(call.engine.baseUrl.length).replace(/\?.*/, ""));
  },
};

/** A parameter in the query. */
export const inQuery: ParamPlace = {
  encode: (_call, _name, text) => encodeURIComponent(text),
  put(_call, draft, name, text) {
    addToQuery(draft, `${encodeURIComponent(name)}=${text}`);
  },
};

/** A parameter in a header. A header of the same name that the caller gave besides goes first. */
export const inHeader: ParamPlace = {
  encode: (_call, _name, text) => text,
  put(call, draft, name, text) {
    const headers: Record<string, string> = {};
    setHeader(call, headers, name, text);
    Object.assign(draft.headers, { ...headers, ...draft.headers });
  },
};

/** Adds encoded text to the query of a request. */
export function addToQuery(draft: RequestDraft, text: string): void {
  draft.url += (draft.url.includes("?") ? "&" : "?") + text;
}
