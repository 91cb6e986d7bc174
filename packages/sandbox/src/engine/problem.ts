/**
 * An answer of the sandbox itself, not of the API it stands for, as `application/problem+json` (RFC 9457).
 * @param kind - What stands after `urn:sandbox:` in its `type`; without it there is none.
 */
export function problem(
  status: number,
  title: string,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
  kind?: string,
): Response {
  return Response.json(
    { ...(kind !== undefined && { type: `urn:sandbox:${kind}` }), status, title, detail },
    { status, headers: { ...headers, "content-type": "application/problem+json" } },
  );
}
