import {
  isNotFoundError,
  isWaiterAbortedError,
  isWaiterError,
  isWaiterFailedError,
  isWaiterTimeoutError,
} from "@fairlead/vercel";
import { waitForDomainVerified, waitUntilReady } from "@fairlead/vercel/helpers";
import { describe, expect, it } from "vitest";
import { type DomainWorld, useDomainWorld } from "./domain-world.ts";
import { failure } from "./failure.ts";
import { ways } from "./on-sandbox.ts";

const idOrName = "harbour-site";
const name = "quay.example.org";

/** A domain of a project that waits for its record. */
async function pending({ acme }: DomainWorld) {
  const { verification = [] } = await acme.projectDomains.create({ idOrName, body: { name } });
  return { about: { idOrName, domain: name }, value: verification[0]?.value ?? "" };
}

describe.each(ways)("a wait for a deployment, %s", (way) => {
  const world = useDomainWorld(way);

  it("ends when it is served, and at once where it is already", async () => {
    const { acme, journal } = world();
    const files = [{ file: "index.html", data: "1" }];
    const { id } = await acme.deployments.create({ body: { name: idOrName, files } });
    const states: string[] = [];
    const ready = await waitUntilReady(
      acme,
      { idOrUrl: id },
      { onProgress: (state) => void states.push(state.readyState) },
    );
    expect(ready).toMatchObject({ id, readyState: "READY" });
    expect(ready.aliasAssigned).toBeTruthy();
    expect(states.slice(0, -1)).not.toContain("READY");
    expect(states.at(-1)).toBe("READY");
    expect(states.length).toBeGreaterThan(1);
    const before = journal.count({ operationId: "getDeployment" });
    expect(await acme.deployments.waitUntilReady({ idOrUrl: ready.url })).toEqual(ready);
    expect(journal.count({ operationId: "getDeployment" })).toBe(before + 1);
  });

  it("fails where it was canceled or blocked, and where there is none", async () => {
    const { acme, jobs } = world();
    for (const end of ["CANCELED", "BLOCKED"]) {
      jobs.plan({ operationId: "createDeployment", end });
      const files = [{ file: "index.html", data: end }];
      const { id } = await acme.deployments.create({ body: { name: idOrName, files } });
      const error = await failure(acme.deployments.waitUntilReady({ idOrUrl: id }));
      expect(error).toSatisfy(isWaiterFailedError);
      expect(error).toMatchObject({ state: end });
    }
    const none = await failure(acme.deployments.waitUntilReady({ idOrUrl: "dpl_none" }));
    expect(none).toSatisfy(isWaiterError);
    expect((none as Error).cause).toSatisfy(isNotFoundError);
  });
});

describe.each(ways)("a wait for a domain of a project, %s", (way) => {
  const world = useDomainWorld(way);

  it("ends when the record is found, however often it was not", async () => {
    const here = world();
    const { about, value } = await pending(here);
    const looks: unknown[] = [];
    const verified = await here.acme.projectDomains.waitUntilVerified(about, {
      onProgress({ state, missing, reason }, { polls }) {
        looks.push([state, missing.map((record) => record.value === value), reason !== undefined]);
        if (polls === 1) here.setRecords("example.org", "vc-domain-verify=quay.example.org,00000000000000000000");
        if (polls === 3) here.setRecords("example.org", value);
      },
    });
    expect(verified).toMatchObject({ name, verified: true });
    expect(looks).toEqual([
      ["pending", [true], false],
      ...Array(3).fill(["pending", [true], true]),
      ["verified", [], false],
    ]);
    expect(here.journal.count({ operationId: "verifyProjectDomain", status: 400 })).toBe(3);
  });

  it("asks for nothing more where the domain is verified already", async () => {
    const { acme, journal } = world();
    const about = { idOrName, domain: "harbour.example.com" };
    expect((await waitForDomainVerified(acme, about)).verified).toBe(true);
    expect(journal.count({ operationId: "verifyProjectDomain" })).toBe(0);
  });

  it("goes on while the record is another project's", async () => {
    const here = world();
    const elsewhere = await here.own.projectDomains.create({ idOrName: "deck-log", body: { name } });
    const { about, value } = await pending(here);
    here.setRecords("example.org", elsewhere.verification?.[0]?.value ?? "");
    const verified = await here.acme.projectDomains.waitUntilVerified(about, {
      onProgress(_, { polls }) {
        if (polls === 2) here.setRecords("example.org", value);
      },
    });
    expect(verified.verified).toBe(true);
    const codes = here.journal
      .list({ operationId: "verifyProjectDomain", status: 400 })
      .map(({ responseBody }) => responseBody);
    expect(codes).toMatchObject(Array(2).fill({ error: { code: "existing_project_domain" } }));
  });

  it("is given up after its time, and says which record is missing", async () => {
    const here = world();
    const { about, value } = await pending(here);
    const error = await failure(here.acme.projectDomains.waitUntilVerified(about, { maxWaitMs: 120_000 }));
    expect(error).toSatisfy(isWaiterTimeoutError);
    expect((error as Error).message).toContain("no end within 120 s");
    expect((error as Error).message).toMatch(new RegExp(`; missing: TXT _vercel.example.org "${value}"$`));
    expect(error).toMatchObject({
      state: "pending",
      operationId: "verifyProjectDomain",
      lastState: { state: "pending" },
    });
    // Every 3 s, then slower, never more than 15 s apart, and a fifth up and down by chance; the clock of these tests takes
    // what is left of the last 20 s for a pause.
    const asked = here.journal.count({ operationId: "verifyProjectDomain" });
    expect(asked).toBeGreaterThanOrEqual(7);
    expect(asked).toBeLessThanOrEqual(12);
  });

  it("ends at once where the project has no such domain, or something else is wrong", async () => {
    const here = world();
    const none = { idOrName, domain: "nobody.example" };
    expect(await failure(here.acme.projectDomains.waitUntilVerified(none))).toSatisfy(isNotFoundError);
    const { about } = await pending(here);
    const vc = here.client({
      slug: "acme",
      fetch: (url, init) =>
        url.includes("/verify")
          ? Promise.resolve(Response.json({ error: { code: "domain_not_assigned", message: "no" } }, { status: 400 }))
          : way === "in process"
            ? here.api.vercel.fetch(url, init)
            : fetch(url, init),
    });
    const error = await failure(vc.projectDomains.waitUntilVerified(about));
    expect(error).toSatisfy(isWaiterError);
    expect((error as Error).cause).toMatchObject({ status: 400, body: { error: { code: "domain_not_assigned" } } });
  });

  it("ends when its signal aborts, and asks for nothing more", async () => {
    const here = world();
    const { about } = await pending(here);
    const stop = new AbortController();
    const onProgress = () => stop.abort("enough");
    const wait = here.acme.projectDomains.waitUntilVerified(about, { signal: stop.signal, onProgress });
    expect(await failure(wait)).toSatisfy(isWaiterAbortedError);
    expect(here.journal.count({ operationId: "verifyProjectDomain" })).toBe(0);
  });
});
