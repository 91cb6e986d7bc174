import { type FollowOptions, followLines } from "@fairlead/runtime/streams";
import { type Client, coreOfClient } from "../deploy/client-core.ts";
import { type StreamRuntimeLogsInput, type StreamRuntimeLogsLine, streamRuntimeLogs } from "../generated/operations.ts";

/**
 * Follows what a deployment writes while it answers requests, from now on and without an end: the signal ends it, or
 * leaving the loop. Where the connection breaks off, another one is made, and no line comes twice; but the server can't
 * be asked for what was written in between, so that lines of that moment may be missing. Nothing is sent before the first
 * line is asked for. An iteration throws
 * - NotFoundError: there is no such project or deployment, or it was deleted meanwhile
 * - ApiError: the server refuses
 * - AbortedError: the signal aborted
 * - TransportError: the server could not be reached, 8 times in a row
 * @param client - A client, or a core client.
 * @param options - Without `quietMs` a connection may be silent for ever, because each new one could miss a line.
 */
export function followLogs(
  client: Client,
  input: StreamRuntimeLogsInput,
  options?: FollowOptions,
): AsyncGenerator<StreamRuntimeLogsLine, void, undefined> {
  const core = coreOfClient(client);
  return followLines<StreamRuntimeLogsLine>(
    core,
    { open: (_last, call) => streamRuntimeLogs(core, input, call), keyOf: ({ rowId }) => rowId },
    options,
  );
}
