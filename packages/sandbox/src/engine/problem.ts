/** An answer of the sandbox itself, not of the API it stands for, as `application/problem+json` (RFC 9457). */
export function problem(
  status: number,
  title: string,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return Response.json(
    { status, title, detail },
    { status, headers: { ...headers, "content-type": "application/problem+json" } },
  );
}
