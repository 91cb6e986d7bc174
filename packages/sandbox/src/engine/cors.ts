/** What every answer of an API tells browsers: any page may call it, as a mock holds nothing but made-up data. */
export const corsHeaders: Readonly<Record<string, string>> = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "*",
};

/** The answer to OPTIONS, whether a browser asks before a call or a person looks. */
export function optionsAnswer(request: Request, allow: readonly string[]): Response {
  const asked = request.headers.get("access-control-request-headers");
  return new Response(null, {
    status: 204,
    headers: {
      ...corsHeaders,
      allow: allow.join(", "),
      "access-control-allow-methods": allow.join(", "),
      "access-control-max-age": "600",
      vary: "Access-Control-Request-Headers",
      ...(asked === null ? {} : { "access-control-allow-headers": asked }),
    },
  });
}
