import type { RecordedRequest } from "./recording-server.ts";

/** What one call of a client must put on the wire. */
export interface ExpectedRequest<Client> {
  call(client: Client): Promise<unknown>;
  /** Operations whose answer is a file or nothing take anything. @default "application/json" */
  accept?: string;
  method: string;
  url: string;
  /** Those besides authorization, accept and user-agent. */
  headers?: Record<string, string>;
  /** The bytes, each as the letter of its number: two stand for an umlaut. */
  body?: string;
}

/** The part of an expectation that a JSON body makes. */
export function expectedJson(value: unknown): Pick<RecordedRequest, "headers" | "body"> {
  return {
    headers: { "content-type": "application/json" },
    body: Buffer.from(JSON.stringify(value)).toString("latin1"),
  };
}
