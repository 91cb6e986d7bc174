import { corsHeaders } from "../engine/cors.ts";
import { problem } from "../engine/problem.ts";

/**
 * The answer to a request on which the sandbox itself failed: a 500 that says whose fault it is, so that nobody looks for
 * it in the client.
 */
export function fault(error: unknown): Response {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const detail = `${reason}. This is the sandbox's fault or that of an API's hooks, not the request's: please report it.`;
  return problem(500, "The sandbox failed", detail, { ...corsHeaders, "x-sandbox-error": "fault" });
}
