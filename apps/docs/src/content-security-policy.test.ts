import { expect, test } from "vitest";
import { contentSecurityPolicy, inlineHashes, plainContentSecurityPolicy } from "./content-security-policy.ts";

// echo -n 'alert(1)' | openssl dgst -sha256 -binary | base64
const alertHash = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='";

test("allows an inline script by the hash of its text", () => {
  expect(inlineHashes("<script>alert(1)</script>", "script")).toEqual([alertHash]);
});

test("takes every script, whatever its attributes, and each text once", () => {
  const html = '<script type="module">\nlet a;\n</script><script>alert(1)</script><script async>alert(1)</script>';
  expect(inlineHashes(html, "script")).toHaveLength(2);
  expect(inlineHashes(html, "script")).toContain(alertHash);
});

test("a change of one character changes the hash", () => {
  expect(inlineHashes("<script>alert(2)</script>", "script")).not.toContain(alertHash);
});

test("lets nothing leave the site and evaluates no text", () => {
  const policy = contentSecurityPolicy("<script>alert(1)</script>");
  expect(policy).toContain(`script-src ${alertHash};`);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
  expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
});

test("a page without scripts may run none", () => {
  expect(contentSecurityPolicy("<p>text</p>")).toContain("script-src 'none'");
});

test("a plain page may use its own style sheet only", () => {
  const policy = plainContentSecurityPolicy("<style>p{color:red}</style>");
  expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; /);
  expect(policy).not.toContain("unsafe");
});
