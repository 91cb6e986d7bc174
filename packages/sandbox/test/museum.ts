import { readFileSync } from "node:fs";
import type { PrismOptions, RunningPrism } from "../src/prism.ts";
import { startPrism } from "../src/prism.ts";

/** The invented API of these tests, as a file. Its example `exhibitWrong` breaks its own schema on purpose. */
export const museumFile: URL = new URL("museum.json", import.meta.url);

/** The same document, parsed afresh at each call. */
export function museumDocument(): object {
  return JSON.parse(readFileSync(museumFile, "utf8"));
}

/** Starts Prism on the museum. */
export function startMuseum(options: Omit<PrismOptions, "document"> = {}): Promise<RunningPrism> {
  return startPrism({ document: museumFile, ...options });
}

/** A request with a token; `json` becomes a POST with exactly this text as its body. */
export function send(url: string, { json, ...headers }: Record<string, string> = {}): Promise<Response> {
  return fetch(url, {
    headers: {
      authorization: "Bearer test",
      ...(json === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(json === undefined ? {} : { method: "POST", body: json }),
  });
}
