import { createHash } from "node:crypto";

/**
 * The policy of one finished page: exactly its inline scripts run, and no request leaves the site.
 * Styles stay open because the reference writes style attributes while it runs.
 * @param html - The page as it will be served: any later change of a script makes its hash stale.
 */
export function contentSecurityPolicy(html: string): string {
  const hashes = inlineHashes(html, "script");
  return [
    "default-src 'none'",
    `script-src ${hashes.length > 0 ? hashes.join(" ") : "'none'"}`,
    "style-src 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** The policy of a page of plain HTML: its own style sheet, and nothing else at all. */
export function plainContentSecurityPolicy(html: string): string {
  const hashes = inlineHashes(html, "style");
  return `default-src 'none'; style-src ${hashes.join(" ")}; img-src data:; base-uri 'none'; form-action 'none'`;
}

/** The CSP sources of all inline elements of one kind, each once, in the page's order. */
export function inlineHashes(html: string, element: "script" | "style"): string[] {
  const pattern = new RegExp(`<${element}\\b[^>]*>([\\s\\S]*?)</${element}>`, "g");
  return [
    ...new Set(
      [...html.matchAll(pattern)].map(
        ([, text = ""]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`,
      ),
    ),
  ];
}
