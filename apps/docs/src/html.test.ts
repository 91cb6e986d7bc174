import { expect, test } from "vitest";
import { html, raw } from "./html.ts";

test("escapes text, in elements and inside attributes", () => {
  const text = `<b onclick="x('y')">&`;
  expect(html`<p title="${text}">${text}</p>`.html).toBe(
    '<p title="&lt;b onclick=&quot;x(&#39;y&#39;)&quot;&gt;&amp;">&lt;b onclick=&quot;x(&#39;y&#39;)&quot;&gt;&amp;</p>',
  );
});

test("puts templates into templates without escaping them twice, and joins lists", () => {
  expect(html`<ul>${["a&b", 2].map((item) => html`<li>${item}</li>`)}</ul>`.html).toBe(
    "<ul><li>a&amp;b</li><li>2</li></ul>",
  );
});

test("leaves out what is undefined or false, but not 0", () => {
  expect(html`${undefined}${false}${0}`.html).toBe("0");
});

test("text that is marked as HTML stays", () => {
  expect(html`${raw("<br>")}`.html).toBe("<br>");
});
