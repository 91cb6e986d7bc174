import type { ParamPlace } from "../operation-row.ts";
import { setHeader } from "./header.ts";
import { checkPathValue } from "./path.ts";

/** A parameter in the path. */
export const inPath: ParamPlace = {
  encode(call, name, text) {
    checkPathValue(call, name, text);
    return encodeURIComponent(text);
  },
  put(_call, sink, name, text) {
    sink.path = sink.path.replace(`{${name}}`, () => text);
  },
};

/** A parameter in the query. */
export const inQuery: ParamPlace = {
  encode: (_call, _name, text) => encodeURIComponent(text),
  put(_call, sink, name, text) {
    sink.query += `${sink.query ? "&" : "?"}${encodeURIComponent(name)}=${text}`;
  },
};

/** A parameter in a header. */
export const inHeader: ParamPlace = {
  encode: (_call, _name, text) => text,
  put(call, sink, name, text) {
    setHeader(call, sink.headers, name, text);
  },
};
