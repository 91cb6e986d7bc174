import type { BodyParser } from "../operation-row.ts";
import { parseJson } from "./json.ts";
import { decodeError, readText } from "./read-text.ts";

/** Parses a 2xx as JSON; an empty body is `undefined`. The parser throws a DecodeError for anything else. */
export const asJson: BodyParser = {
  headers: { accept: "application/json" },
  async parse(call, deadline, response) {
    const text = await readText(call, deadline, response);
    try {
      return text ? parseJson(text) : undefined;
    } catch {
      throw decodeError(call, response, "no JSON, but", text);
    }
  },
};
