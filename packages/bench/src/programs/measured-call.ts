import { readFileSync } from "node:fs";

/** One call of a client. */
export type MeasuredCall = (signal?: AbortSignal) => Promise<unknown>;

/** What a peer's module is told to make a client with. */
export interface ClientOptions {
  readonly baseUrl: string;
  /** Sends the requests. A client may give a Request, or a URL and what belongs to it. */
  readonly fetch?: (...request: Parameters<typeof fetch>) => Promise<Response>;
  /** Whether retries are wanted where they are not the default. */
  readonly retries?: boolean;
}

/** A peer as the programs get it. */
export interface PeerFile {
  readonly name: string;
  /** The file of its module. */
  readonly file: string;
}

/** Makes a peer's client and gives its call. */
export async function makeCall({ file }: PeerFile, options: ClientOptions): Promise<MeasuredCall> {
  const module: { make(options: ClientOptions): MeasuredCall } = await import(file);
  return module.make(options);
}

/** What the program was started with: the JSON file that its only argument names. */
export function readInput<T>(): T {
  return JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
}
