import { readFile, rm, writeFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInChromium, findOnPath, planFor, startChromium } from "./chromium.ts";
import { buildFixtureSite, temporaryFolder } from "./fixture-site.ts";
import { leave, type ServedFolder, serveFolder, visit } from "./visit.ts";

describeInChromium("the gate against outside requests", () => {
  let browser: Browser;
  let folder: URL;
  let server: ServedFolder;

  beforeAll(async () => {
    folder = await temporaryFolder();
    await buildFixtureSite(folder);
    await writeFile(new URL("local.html", folder), "<!doctype html><link rel=icon href='data:,'><h1>At home</h1>");
    await writeFile(
      new URL("open.html", folder),
      `<!doctype html><link rel=icon href='data:,'><img src="http://tracker.example.net/pixel.png">
<script>fetch("https://telemetry.example.net/v1", { method: "POST", body: "{}" }).catch(() => {});</script>`,
    );
    await writeFile(
      new URL("refused.html", folder),
      `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'self'; img-src data:">
<link rel=icon href='data:,'><img src="http://tracker.example.net/pixel.png">`,
    );
    const reference = await readFile(new URL("tram.html", folder), "utf8");
    const talkative = reference
      .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "")
      .replaceAll('"disableTelemetry":true', '"disableTelemetry":false');
    await writeFile(new URL("telemetry.html", folder), talkative);
    server = await serveFolder(folder);
    browser = await startChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  test("counts an image and a request of a script", async () => {
    await using visitor = await visit(browser, server.url);
    await visitor.page.goto(`${server.url}open.html`);
    await expect
      .poll(() => [...visitor.attempts].sort())
      .toEqual(["http://tracker.example.net/pixel.png", "https://telemetry.example.net/v1"]);
  });

  test("counts what the page's policy refuses, and shows it as an error", async () => {
    await using visitor = await visit(browser, server.url);
    await visitor.page.goto(`${server.url}refused.html`);
    await expect
      .poll(() => visitor.attempts)
      .toEqual(["img-src http://tracker.example.net/pixel.png (refused by the policy)"]);
    await expect.poll(() => visitor.errors.join()).toContain("Content Security Policy");
  });

  test("counts what a reference page sends when its telemetry is left on", async () => {
    await using visitor = await visit(browser, server.url);
    await visitor.page.goto(`${server.url}telemetry.html`);
    await visitor.page.getByRole("heading", { level: 1 }).waitFor();
    await leave(visitor.page);
    await expect.poll(() => visitor.attempts.join(), { timeout: 20_000 }).toContain("https://otel.cloud.redocly.com/");
  });

  test("counts nothing on a page that stays at home", async () => {
    await using visitor = await visit(browser, server.url);
    await visitor.page.goto(`${server.url}local.html`);
    expect(await visitor.page.getByRole("heading").textContent()).toBe("At home");
    expect(visitor.attempts).toEqual([]);
    expect(visitor.errors).toEqual([]);
  });
});

test("without Chromium its tests are skipped, and fail where REQUIRE names it", () => {
  expect(planFor("/usr/bin/chromium", undefined)).toBe("run");
  expect(planFor(undefined, undefined)).toBe("skip");
  expect(planFor(undefined, "redis-server")).toBe("skip");
  expect(planFor(undefined, "chromium,redis-server")).toBe("fail");
});

test("an executable that no folder of the path holds is not found", () => {
  expect(findOnPath("chromium", "/nowhere")).toBeUndefined();
});
