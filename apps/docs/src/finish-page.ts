import { BuildError } from "./build-error.ts";
import { contentSecurityPolicy } from "./content-security-policy.ts";

/** Stands in the template where the policy goes. */
export const policyPlaceholder = "__CSP__";

const logo = /https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(-full)?\.svg/g;
const drawnLogo = `data:image/svg+xml,${encodeURIComponent(
  "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 14' width='40' height='14'>" +
    "<text x='1' y='11' font-family='system-ui,sans-serif' font-size='11' font-weight='600' fill='#5b7fd6'>Redoc</text></svg>",
).replaceAll("'", "%27")}`;

/**
 * Makes a page of `redocly build-docs` self-contained: draws the generator's logo in place, proves that telemetry is off
 * and that no script or style comes from elsewhere, and writes the policy, whose hashes are of the final scripts.
 * @throws {BuildError} Telemetry is on, something is loaded from another host, or the template has no place for the policy.
 */
export function finishPage(html: string): string {
  // The prerendered menu has links such as /halls, which lead out of the page unless a script catches the click.
  const page = html.replaceAll(logo, drawnLogo).replace(/(<a\b[^>]*? href=")(\/[^"]*" data-discover="true")/g, "$1#$2");
  if (!page.includes('"disableTelemetry":true')) {
    throw new BuildError("the page's telemetry is on; set `telemetry: off` in redocly.yaml");
  }
  const foreign = page.match(/<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)="(?:https?:)?\/\/[^"]*"/);
  if (foreign) throw new BuildError(`the page loads from another host: ${foreign[0]}`);
  if (!page.includes(policyPlaceholder)) throw new BuildError(`the template has no ${policyPlaceholder}`);
  return page.replace(policyPlaceholder, () => contentSecurityPolicy(page));
}
