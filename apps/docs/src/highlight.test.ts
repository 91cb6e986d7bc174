import { expect, test } from "vitest";
import { highlight } from "./highlight.ts";

test("marks comments, strings and keywords, and escapes all of them", () => {
  expect(highlight('const a = "<b>"; // x < "y"').html).toBe(
    '<span class="keyword">const</span> a = <span class="string">&quot;&lt;b&gt;&quot;</span>; ' +
      '<span class="comment">// x &lt; &quot;y&quot;</span>',
  );
});

test("a keyword inside a longer name, and // inside a string, are nothing special", () => {
  expect(highlight('constant("https://a")').html).toBe('constant(<span class="string">&quot;https://a&quot;</span>)');
});

test("loses no character", () => {
  const code = 'import x from "x";\n\nfor await (const y of x()) {\n  console.log(`y` + y); /* b */\n}\n';
  expect(
    highlight(code)
      .html.replace(/<[^>]*>/g, "")
      .replaceAll("&quot;", '"'),
  ).toBe(code);
});
