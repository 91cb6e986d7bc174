import { existsSync } from "node:fs";
import { readdir, readFile, rm, stat } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ApiDocument, listOperations, operationRoute, type PlacedOperation } from "../src/document.ts";
import { describeInChromium, startChromium } from "./chromium.ts";
import { buildFixtureSite, temporaryFolder } from "./fixture-site.ts";
import { leave, type ServedFolder, serveFolder, visit } from "./visit.ts";

const built = new URL("../dist/", import.meta.url);
const invented = await temporaryFolder();
await buildFixtureSite(invented);
if (!existsSync(new URL("index.html", built))) throw new Error("apps/docs/dist is missing; run `npm run build` first");
afterAll(() => rm(invented, { recursive: true }));

const sites = [
  { site: "invented APIs", dist: invented, apis: await documents(invented) },
  { site: "built site", dist: built, apis: await documents(built) },
];
const pages = sites.flatMap(({ site, dist, apis }) => apis.map((api) => ({ site, dist, ...api })));
const readPages = pages.filter(({ site, name }) => site === "built site" || name === "museum");

describe.each(pages)("$site, $name", ({ dist, name, operations }) => {
  test("the page is within its budget", async () => {
    const { size } = await stat(new URL(`${name}.html`, dist));
    expect(size).toBeLessThanOrEqual(Math.max(3_500_000, 2_500_000 + 3500 * operations.length));
  });
});

describe.each(sites)("$site", ({ dist, apis }) => {
  test("the landing page is within its budget and has no script", async () => {
    const page = await readFile(new URL("index.html", dist), "utf8");
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(200_000);
    expect(page).not.toMatch(/<script/i);
  });

  test("there is a page and a download for each API", async () => {
    const expected = apis.flatMap(({ name }) => [`${name}.html`, `${name}.json`]);
    expect((await readdir(dist)).sort()).toEqual(["index.html", ...expected].sort());
  });
});

describeInChromium("the site in Chromium, under a name that is not local", () => {
  let browser: Browser;
  const served = new Map<URL, ServedFolder>();
  const open = async (dist: URL, scheme?: "light" | "dark") => visit(browser, urlOf(dist), scheme);
  const urlOf = (dist: URL) => served.get(dist)?.url ?? "";

  beforeAll(async () => {
    browser = await startChromium();
    for (const { dist } of sites) served.set(dist, await serveFolder(dist));
  });
  afterAll(async () => {
    await browser?.close();
    for (const server of served.values()) await server[Symbol.asyncDispose]();
  });

  describe.each(readPages)("$site, $name", ({ dist, name, operations }) => {
    const last = operations.at(-1) as PlacedOperation;

    test.each(["light", "dark"] as const)(
      "reading, searching and navigating in the %s scheme never tries to leave",
      async (scheme) => {
        await using visitor = await open(dist, scheme);
        const { page, attempts, errors } = visitor;
        await page.goto(`${urlOf(dist)}${name}.html`);
        await page.getByRole("heading", { level: 1 }).waitFor();
        expect(await page.evaluate(() => document.documentElement.className)).toContain(scheme);

        await page.keyboard.press("Control+K");
        await page.getByTestId("search-dialog").waitFor();
        await page.keyboard.type(last.operation.summary ?? "");
        const hit = page
          .locator(`[data-component-name="Search/SearchItem"][href="${operationRoute(last.operation)}"]`)
          .first();
        await hit.click();
        await expectOperation(page, last);

        await page.goBack();
        await page.getByRole("heading", { level: 1 }).waitFor();
        await leave(page);
        expect(attempts).toEqual([]);
        expect(errors).toEqual([]);
      },
    );

    test("a click in the menu opens an operation", async () => {
      await using visitor = await open(dist);
      const { page, attempts } = visitor;
      await page.goto(`${urlOf(dist)}${name}.html`);
      const tag = operationRoute(last.operation).split("/")[1];
      await page.locator(`.menu-content a[href="#/${tag}"]`).click();
      await page.locator(`.menu-content a[href="${operationRoute(last.operation)}"]`).click();
      await expectOperation(page, last);
      expect(attempts).toEqual([]);
    });
  });

  test.each(sites)(
    "$site: every link of the landing page opens its operation",
    { timeout: 300_000 },
    async ({ dist, apis }) => {
      await using visitor = await open(dist);
      const { page, attempts, errors } = visitor;
      await page.goto(urlOf(dist));
      const links = await page.$$eval('a[href*="#/"]', (all) => all.map((link) => link.getAttribute("href") ?? ""));
      const expected = apis.flatMap(({ name, operations }) =>
        operations.map((placed) => ({ placed, href: `${name}.html${operationRoute(placed.operation)}` })),
      );
      expect([...links].sort()).toEqual(expected.map(({ href }) => href).sort());

      for (const { href, placed } of expected) {
        await page.goto(`${urlOf(dist)}${href}`);
        await expectOperation(page, placed);
      }
      expect(attempts).toEqual([]);
      expect(errors).toEqual([]);
    },
  );

  test.each(sites)(
    "$site: the landing page fits a phone, in both schemes, and its downloads are there",
    async ({ dist, apis }) => {
      for (const scheme of ["light", "dark"] as const) {
        await using visitor = await open(dist, scheme);
        const { page, attempts, errors } = visitor;
        await page.setViewportSize({ width: 360, height: 740 });
        await page.goto(urlOf(dist));
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
        for (const { name } of apis) {
          const link = page.locator(`a[download][href="${name}.json"]`);
          expect(
            (
              await page.request.get(`http://127.0.0.1:${new URL(page.url()).port}/${await link.getAttribute("href")}`)
            ).status(),
          ).toBe(200);
        }
        expect(attempts).toEqual([]);
        expect(errors).toEqual([]);
      }
    },
  );

  test("badges and facts of an operation stand on its page", async () => {
    await using visitor = await open(invented);
    const { page } = visitor;
    await page.goto(`${urlOf(invented)}museum.html#/scans/createscan`);
    const section = page.locator('[data-section-id="/scans/createscan"]');
    await section.getByText("strict · 5/h", { exact: true }).waitFor();
    await section.getByText("job", { exact: true }).waitFor();
    await section.getByText("5 requests per hour").waitFor();
    expect(await section.getByRole("link", { name: "source" }).getAttribute("href")).toBe(
      "https://museum.example/docs/scans",
    );
  });

  test("the search finds a word that stands at the start of a line in the document", async () => {
    await using visitor = await open(invented);
    const { page } = visitor;
    await page.goto(`${urlOf(invented)}museum.html`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("Control+K");
    await page.getByTestId("search-dialog").waitFor();
    await page.keyboard.type("meteorites");
    await page
      .locator('[data-component-name="Search/SearchItem"][href="#/exhibit-halls/createhall"]')
      .first()
      .waitFor();
  });

  test("an assumed operation is marked in the menu too", async () => {
    await using visitor = await open(invented);
    const { page } = visitor;
    await page.goto(`${urlOf(invented)}museum.html#/exhibit-halls/createhall`);
    const entry = page.locator('.menu-content a[href="#/exhibit-halls/createhall"]');
    await entry.getByText("assumed").waitFor();
    expect(await entry.getByText("normal · 120/min").isVisible()).toBe(false);
  });

  test("a page that is opened as a file works too", async () => {
    await using visitor = await visit(browser, invented.href);
    const { page, attempts, errors } = visitor;
    await page.goto(new URL("museum.html#/scans/createscan", invented).href);
    await page.locator('[data-section-id="/scans/createscan"]').getByText("5 requests per hour").waitFor();
    expect(attempts).toEqual([]);
    expect(errors).toEqual([]);
  });

  test("the name above the menu leads to the landing page", async () => {
    await using visitor = await open(invented);
    const { page } = visitor;
    await page.goto(`${urlOf(invented)}museum.html`);
    await page.getByRole("link", { name: "Fairlead, all APIs" }).click();
    await page.getByRole("heading", { name: "All operations" }).waitFor();
  });
});

/** Waits until the section of an operation is there with its title, and in sight. */
async function expectOperation(page: Page, { operation }: PlacedOperation): Promise<void> {
  const section = page.locator(`[data-section-id="${operationRoute(operation).slice(1)}"]`);
  const title = section.getByRole("heading", { level: 2 });
  await title.waitFor();
  expect(await title.textContent()).toContain(operation.summary);
  await expect.poll(() => title.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(900);
}

async function documents(dist: URL): Promise<{ name: string; operations: PlacedOperation[] }[]> {
  const names = (await readdir(dist)).filter((file) => file.endsWith(".json")).map((file) => file.slice(0, -5));
  return Promise.all(
    names.map(async (name) => {
      const document = JSON.parse(await readFile(new URL(`${name}.json`, dist), "utf8")) as ApiDocument;
      return { name, operations: listOperations(document) };
    }),
  );
}
