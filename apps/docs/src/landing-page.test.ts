import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import type { Api } from "./api.ts";
import { landingPage } from "./landing-page.ts";

const museum: Api = {
  name: "museum",
  document: {
    info: { title: 'The <i>Museum</i> & "more"', version: "1.2.0", summary: "Halls <script>alert(1)</script>." },
    externalDocs: { url: 'https://museum.example/?a=1&b="2"' },
    tags: [{ name: "halls", "x-displayName": "Exhibit halls" }],
    paths: {
      "/halls/{hallId}": {
        get: { operationId: "getHall", tags: ["halls"], summary: "Get a <hall>" },
        delete: { operationId: "deleteHall", tags: ["halls"], summary: "Close a hall" },
      },
      "/tickets": { post: { operationId: "createTicket", tags: ["tickets"], summary: "Buy a ticket" } },
    },
  },
  evidence: [
    { kind: "documented", source: "https://museum.example", checked: "2026-11-18" },
    { kind: "documented", source: "https://museum.example", checked: "2026-11-20" },
    { kind: "assumed", note: "seen in no page" },
  ],
  firstCall: 'console.log("<first>");',
};
const style = await readFile(new URL("landing.css", import.meta.url), "utf8");

test("shows version, number of operations, evidence and days of an API, and how to install it", () => {
  const page = landingPage([museum], style);
  expect(page).toContain("<dd>1.2.0</dd>");
  expect(page).toContain("<dt>Operations</dt><dd>3</dd>");
  expect(page).toContain("2 documented, 1 assumed");
  expect(page).toContain("2026-11-18 to 2026-11-20");
  expect(page).toContain("npm install @fairlead/museum");
});

test("indexes every operation under its tag, with method, path, summary and link", () => {
  const page = landingPage([museum], style);
  expect(page).toContain(
    '<li><a href="museum.html#/halls/gethall"><b class="get">GET</b> <code>/halls/{hallId}</code></a> Get a &lt;hall&gt;</li>',
  );
  expect(page.match(/<li><a href="museum\.html#\//g)).toHaveLength(3);
  expect(page).toContain("<h4>Exhibit halls</h4>");
  expect(page).toContain("<h4>tickets</h4>");
});

test("nothing of a document reaches the page unescaped", () => {
  const page = landingPage([museum], style);
  expect(page).not.toMatch(/<script|<i>|<hall>|<first>/);
  expect(page).toContain("The &lt;i&gt;Museum&lt;/i&gt; &amp; &quot;more&quot;");
  expect(page).toContain('href="https://museum.example/?a=1&amp;b=&quot;2&quot;"');
});

test("shows no first call for an API that has none", () => {
  const { firstCall: _, ...quiet } = museum;
  expect(landingPage([museum], style)).toContain("First call");
  expect(landingPage([quiet], style)).not.toContain("First call");
});

test("falls back to the first paragraph of the description where there is no summary", () => {
  const info = { title: "Tram API", version: "1.0.0", description: "The timetable.\n\nMore." };
  const page = landingPage([{ name: "tram", document: { info }, evidence: [] }], style);
  expect(page).toContain("<p>The timetable.</p>");
  expect(page).not.toContain("More.");
  expect(page).not.toContain("Checked");
});

test("stays small with a thousand operations", () => {
  const paths = Object.fromEntries(
    Array.from({ length: 1000 }, (_, index) => [
      `/halls/{hallId}/exhibits/${index}`,
      { get: { operationId: `getExhibit${index}`, tags: ["exhibits"], summary: "Get an exhibit of a hall" } },
    ]),
  );
  const page = landingPage([{ ...museum, document: { ...museum.document, paths } }], style);
  expect(Buffer.byteLength(page)).toBeLessThanOrEqual(200_000);
});

test("has the landmarks and one heading of the first level", () => {
  const page = landingPage([museum], style);
  for (const landmark of ["<header>", "<nav ", "<main ", "<footer>"]) expect(page).toContain(landmark);
  expect(page.match(/<h1/g)).toHaveLength(1);
  expect(page).toContain('<html lang="en">');
});

const colours = ["text", "muted", "accent", "green", "amber", "red", "violet"];
const [light, dark] = style.split("@media (prefers-color-scheme: dark)").map((part) => {
  const declared = [...part.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)];
  return Object.fromEntries(declared.map(([, name = "", value = ""]) => [name, value]));
});

test.each([
  ["light", light],
  ["dark", dark],
])("every colour of text can be read in the %s scheme (WCAG 2.2, 1.4.3)", (_, scheme = {}) => {
  for (const colour of colours) {
    for (const ground of ["page", "panel"]) {
      expect(contrast(scheme[colour], scheme[ground]), `${colour} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  }
  expect(contrast(scheme["on-accent"], scheme.accent)).toBeGreaterThanOrEqual(4.5);
});

/** The contrast ratio of two colours, 1 to 21, by WCAG's formula. */
function contrast(one = "", other = ""): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = Number.NaN, green = Number.NaN, blue = Number.NaN] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
