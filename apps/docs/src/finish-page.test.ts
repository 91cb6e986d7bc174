import { expect, test } from "vitest";
import { inlineHashes } from "./content-security-policy.ts";
import { finishPage } from "./finish-page.ts";

const page = (body: string) => `<meta http-equiv="Content-Security-Policy" content="__CSP__">
<script>const state = {"disableTelemetry":true};</script>${body}`;

test("draws the generator's logo instead of fetching it", () => {
  const html = finishPage(page('<script>const src = "https://cdn.redoc.ly/redoc/logo-mini-full.svg";</script>'));
  expect(html).not.toContain("cdn.redoc.ly");
  expect(html).toContain('const src = "data:image/svg+xml,');
});

test("the policy holds the hashes of the scripts as they are in the end", () => {
  const html = finishPage(page('<script>const src = "https://cdn.redoc.ly/redoc/logo-mini.svg";</script>'));
  const policy = /content="([^"]+)"/.exec(html)?.[1];
  expect(inlineHashes(html, "script")).toHaveLength(2);
  for (const hash of inlineHashes(html, "script")) expect(policy).toContain(hash);
});

test("a script that holds a replacement pattern of JavaScript stays as it is", () => {
  expect(finishPage(page("<script>text.replace(a, '$&$1')</script>"))).toContain("'$&$1'");
});

test("prerendered links of the menu lead into the page", () => {
  const html = finishPage(
    page('<a class="x" href="/halls/listhalls" data-discover="true">List</a><a href="/elsewhere">x</a>'),
  );
  expect(html).toContain('href="#/halls/listhalls"');
  expect(html).toContain('href="/elsewhere"');
});

test("refuses a page whose telemetry is on", () => {
  expect(() => finishPage(page("").replace(":true", ":false"))).toThrow("set `telemetry: off` in redocly.yaml");
});

test.each([
  '<script src="https://cdn.redocly.com/redoc.js"></script>',
  '<link rel="stylesheet" href="//fonts.example.net/a.css">',
  '<img alt="" src="http://tracker.example.net/pixel.png">',
])("refuses a page that loads from another host: %s", (element) => {
  expect(() => finishPage(page(element))).toThrow("loads from another host");
});

test("a plain link to another host is no reason to refuse", () => {
  expect(() => finishPage(page('<a href="https://museum.example">Museum</a>'))).not.toThrow();
});

test("refuses a template without a place for the policy", () => {
  expect(() => finishPage('<script>{"disableTelemetry":true}</script>')).toThrow("__CSP__");
});
