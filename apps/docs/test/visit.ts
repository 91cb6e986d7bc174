import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import sirv from "sirv";
import { siteHost } from "./chromium.ts";

/** A folder served on this machine under a name that is not local. */
export interface ServedFolder extends AsyncDisposable {
  /** With a slash at its end. */
  readonly url: string;
}

/** Serves a folder on a free port of the loopback interface. */
export async function serveFolder(folder: URL): Promise<ServedFolder> {
  const server = createServer(sirv(fileURLToPath(folder)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${siteHost}:${port}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A page under watch. */
export interface Visit extends AsyncDisposable {
  readonly page: Page;
  /** Each try to reach another origin, let through by the page's policy or refused by it. */
  readonly attempts: string[];
  /** Errors on the console, uncaught errors, and violations of the policy. */
  readonly errors: string[];
}

/** Opens an empty page of which every request is watched; none of them leaves the machine. */
export async function visit(browser: Browser, site: string, colorScheme: "light" | "dark" = "light"): Promise<Visit> {
  const context = await browser.newContext({ colorScheme, viewport: { width: 1400, height: 900 } });
  const attempts: string[] = [];
  const errors: string[] = [];
  await countForeignRequests(context, new URL(site).origin, attempts);
  await reportRefusals(context, attempts, errors);
  await context.clock.install();
  const page = await context.newPage();
  page.on("websocket", (socket) => attempts.push(socket.url()));
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  return { page, attempts, errors, [Symbol.asyncDispose]: () => context.close() };
}

/** Lets ten minutes pass on the page and leaves it, so that whatever it had put off for later is sent now. */
export async function leave(page: Page): Promise<void> {
  await page.clock.fastForward("10:00");
  await page.goto("about:blank");
}

async function countForeignRequests(context: BrowserContext, origin: string, attempts: string[]): Promise<void> {
  await context.route(
    (url) => url.protocol !== "data:" && url.origin !== origin,
    (route) => {
      attempts.push(route.request().url());
      return route.abort();
    },
  );
}

/** What the policy refuses never becomes a request, so the page itself tells. */
async function reportRefusals(context: BrowserContext, attempts: string[], errors: string[]): Promise<void> {
  await context.exposeFunction("reportRefused", (directive: string, blocked: string) => {
    // The reference's search tries once whether it may build a worker by eval; refused, it searches on the page's own thread.
    if (blocked === "eval") return;
    const list = URL.canParse(blocked) ? attempts : errors;
    list.push(`${directive} ${blocked} (refused by the policy)`);
  });
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ blockedURI, effectiveDirective }) => {
      const report = Reflect.get(window, "reportRefused") as (directive: string, blocked: string) => void;
      report(effectiveDirective, blockedURI);
    });
  });
}
