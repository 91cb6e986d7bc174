import { type Api, checkedDays, evidenceSummary } from "./api.ts";
import { plainContentSecurityPolicy } from "./content-security-policy.ts";
import { listOperations, operationRoute, type PlacedOperation } from "./document.ts";
import { policyPlaceholder } from "./finish-page.ts";
import { highlight } from "./highlight.ts";
import { type Html, html, raw } from "./html.ts";

/**
 * The landing page: plain HTML that needs no script and loads nothing.
 * @param apis - In the order in which they are shown.
 * @param style - The style sheet that stands in the page.
 */
export function landingPage(apis: readonly Api[], style: string): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyPlaceholder}">
<title>Fairlead: typed clients of REST APIs</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="One hand-written OpenAPI document per API; the typed client, these pages and the mock are made from it.">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<style>${raw(style)}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header>
<div class="wrap">
<p class="name">Fairlead</p>
<nav aria-label="Sections">${apis.map(({ name, document }) => html`<a href="#${name}">${document.info.title}</a>`)}<a href="#operations">All operations</a></nav>
</div>
</header>
<main id="content">
<div class="wrap hero">
<h1>Call REST APIs as they are, with types that hold.</h1>
<p class="lead">Fairlead describes each API in one OpenAPI document, written by hand from public sources, and makes the typed client, this reference and a local mock from it.</p>
</div>
${apis.map(apiSection)}
<section class="index" aria-labelledby="operations"><div class="wrap">
<h2 id="operations">All operations</h2>
${apis.map(operationIndex)}
</div></section>
</main>
<footer><div class="wrap">
<p>These are independent descriptions, not affiliated with the vendors. How each fact is known, and when it was last checked, stands with its operation. MIT license.</p>
</div></footer>
</body>
</html>
`.html;
  return page.replace(policyPlaceholder, () => plainContentSecurityPolicy(page));
}

function apiSection({ name, document, evidence, firstCall }: Api): Html {
  const { info, externalDocs } = document;
  const checked = checkedDays(evidence);
  return html`<section class="api" aria-labelledby="${name}"><div class="wrap">
<div class="about">
<h2 id="${name}">${info.title}</h2>
<p>${info.summary ?? info.description?.trim().split(/\n\s*\n/)[0]}</p>
<dl>
<div><dt>Version</dt><dd>${info.version}</dd></div>
<div><dt>Operations</dt><dd>${listOperations(document).length}</dd></div>
<div><dt>Evidence</dt><dd>${evidenceSummary(evidence)}</dd></div>
${checked.length > 0 && html`<div><dt>Checked</dt><dd>${checked.join(" to ")}</dd></div>`}
</dl>
<ul class="links">
<li><a class="main" href="${name}.html">Reference</a></li>
<li><a href="${name}.json" download>OpenAPI document</a></li>
${externalDocs && html`<li><a href="${externalDocs.url}" rel="noopener">The vendor’s pages</a></li>`}
</ul>
</div>
<div class="start">
<h3>Install</h3>
<pre tabindex="0"><code>npm install @fairlead/${name}</code></pre>
${firstCall && html`<h3>First call</h3>\n<pre tabindex="0"><code>${highlight(firstCall)}</code></pre>`}
</div>
</div></section>
`;
}

function operationIndex({ name, document }: Api): Html {
  const operations = listOperations(document);
  const tagOf = ({ operation }: PlacedOperation) => operation.tags?.[0] ?? "";
  const tags = [...new Set(operations.map(tagOf))];
  const title = (tag: string) => document.tags?.find((entry) => entry.name === tag)?.["x-displayName"] ?? tag;
  return html`<h3>${document.info.title}</h3>
<div class="groups">
${tags.map(
  (tag) => html`<section><h4>${title(tag)}</h4>
<ul>
${operations.filter((placed) => tagOf(placed) === tag).map((placed) => indexLine(`${name}.html`, placed))}</ul></section>
`,
)}</div>
`;
}

function indexLine(page: string, { method, path, operation }: PlacedOperation): Html {
  return html`<li><a href="${page}${operationRoute(operation)}"><b class="${method}">${method.toUpperCase()}</b> <code>${path}</code></a> ${operation.summary}</li>
`;
}
