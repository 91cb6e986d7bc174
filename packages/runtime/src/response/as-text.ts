import type { BodyParser } from "../operation-row.ts";
import { readText } from "./read-text.ts";

/** Gives a 2xx as text; an empty body is `undefined`. */
export const asText: BodyParser = {
  async parse(call, deadline, response) {
    return (await readText(call, deadline, response)) || undefined;
  },
};
