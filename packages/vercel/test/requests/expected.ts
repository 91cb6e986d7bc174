import type { RecordedRequest } from "@fairlead/contract";
import type { Vercel } from "../../src/index.ts";

/** What one call must put on the wire. */
export interface Expected {
  call(vc: Vercel): Promise<unknown>;
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
export function json(value: unknown): Pick<RecordedRequest, "headers" | "body"> {
  return {
    headers: { "content-type": "application/json" },
    body: Buffer.from(JSON.stringify(value)).toString("latin1"),
  };
}
