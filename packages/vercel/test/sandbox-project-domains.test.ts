import { isBadRequestError, isConflictError, isNotFoundError, isPermissionDeniedError } from "@fairlead/vercel";
import { describe, expect, it } from "vitest";
import { errorOf, lighthouse, useDomainWorld } from "./domain-world.ts";
import { failure } from "./failure.ts";
import { ways } from "./on-sandbox.ts";

const idOrName = "harbour-site";
const projectId = "prj_2Wf8kQx1YpR7mZt4vB9sLc3N";
const staging = "env_5Tq9wLx2Nc7Rb4Km";
const tideTable = "prj_7Hn3cVb5XqJ2dKs8wG6rTy1M";

describe.each(ways)("domains of projects on the sandbox, %s", (way) => {
  const world = useDomainWorld(way);

  it("are found by the project's id or name, in its account only", async () => {
    const { acme, own } = world();
    const { domains } = await acme.projectDomains.list({ idOrName });
    expect(domains.map(({ name }) => name)).toEqual(["www.harbour.example.com", "harbour.example.com"]);
    expect((await acme.projectDomains.list({ idOrName: projectId })).domains).toEqual(domains);
    const domain = await acme.projectDomains.get({ idOrName, domain: "Harbour.example.com" });
    expect(domain).toEqual(domains[1]);
    for (const hidden of ["dns", "verification"]) expect(domain).not.toHaveProperty(hidden);
    for (const call of [
      own.projectDomains.list({ idOrName }),
      acme.projectDomains.list({ idOrName: "lamp" }),
      acme.projectDomains.get({ idOrName: "tide-table", domain: "harbour.example.com" }),
      acme.projectDomains.verify({ idOrName, domain: "nobody.example" }),
    ])
      expect(isNotFoundError(await failure(call))).toBe(true);
    const foreign = acme.projectDomains.list({ idOrName: "lamp", teamId: lighthouse });
    expect(isPermissionDeniedError(await failure(foreign))).toBe(true);
  });

  it("are verified at once below a domain that the account has or nobody has, which the account then has", async () => {
    const { acme } = world();
    const domain = await acme.projectDomains.create({ idOrName, body: { name: "Quay.example.com" } });
    expect(domain).toMatchObject({
      ...{ name: "quay.example.com", apexName: "example.com", projectId, verified: true },
      ...{ redirect: null, redirectStatusCode: null, gitBranch: null, customEnvironmentId: null },
    });
    expect(domain).not.toHaveProperty("verification");
    await acme.projectDomains.create({ idOrName, body: { name: "*.tide.co.uk", customEnvironmentId: staging } });
    expect((await acme.domains.get({ domain: "tide.co.uk" })).domain.verified).toBe(false);
    const hosted = await acme.projectDomains.create({ idOrName, body: { name: "harbour.vercel.app" } });
    expect([hosted.apexName, hosted.verified]).toEqual(["vercel.app", true]);
    expect((await acme.domains.list()).domains).toHaveLength(2);
  });

  it("are refused where this or another project of the account has them, or the name is none", async () => {
    const { acme, own } = world();
    const body = { name: "harbour.example.com" };
    const code = "domain_already_in_use";
    expect(await errorOf(acme.projectDomains.create({ idOrName, body }))).toMatchObject({ status: 400, code });
    const other = acme.projectDomains.create({ idOrName: "tide-table", body });
    expect(await errorOf(other)).toMatchObject({ status: 409, code });
    await acme.projectDomains.create({ idOrName, body: { name: "harbour.vercel.app" } });
    const hosted = own.projectDomains.create({ idOrName: "deck-log", body: { name: "harbour.vercel.app" } });
    expect(await errorOf(hosted)).toMatchObject({ status: 409, code });
    const bad = acme.projectDomains.create({ idOrName, body: { name: "not a domain" } });
    expect(await errorOf(bad)).toMatchObject({ status: 400, code: "invalid_name", name: "not a domain" });
  });

  it("redirect to a domain of the project or show a branch, but not both", async () => {
    const { acme } = world();
    const create = (body: object) =>
      acme.projectDomains.create({ idOrName, body: { name: "quay.example.com", ...body } });
    for (const body of [
      { redirect: "harbour.example.com", gitBranch: "night-lights" },
      { redirect: "quay.example.com" },
      { redirect: "tides.example.org" },
      { redirect: "not a domain" },
    ])
      expect(isBadRequestError(await failure(create(body))), JSON.stringify(body)).toBe(true);
    const domain = await create({ redirect: "harbour.example.com", redirectStatusCode: 307 });
    expect(domain).toMatchObject({ redirect: "harbour.example.com", redirectStatusCode: 307, gitBranch: null });
  });

  it("change what they show, one setting excluding the other", async () => {
    const { acme, clock } = world();
    const about = { idOrName, domain: "www.harbour.example.com" };
    const before = await acme.projectDomains.get(about);
    expect(isBadRequestError(await failure(acme.projectDomains.update({ ...about, body: { gitBranch: "x" } })))).toBe(
      true,
    );
    const itself = acme.projectDomains.update({ ...about, body: { redirect: about.domain } });
    expect(isBadRequestError(await failure(itself))).toBe(true);
    expect(await acme.projectDomains.get(about)).toEqual(before);
    clock.advance("PT1M");
    const body = { redirect: null, gitBranch: "night-lights" };
    const branch = await acme.projectDomains.update({ ...about, body });
    expect(branch).toMatchObject({ redirect: null, redirectStatusCode: null, gitBranch: "night-lights" });
    expect(branch.createdAt).toBe(before.createdAt);
    expect(branch.updatedAt).toBeGreaterThan(before.updatedAt ?? Infinity);
    const name = { name: "other.example.com" } as object;
    expect((await acme.projectDomains.update({ ...about, body: name })).name).toBe(about.domain);
    const back = await acme.projectDomains.update({
      ...about,
      body: { gitBranch: null, redirect: "harbour.example.com", redirectStatusCode: 301 },
    });
    expect(back).toMatchObject({ redirect: "harbour.example.com", redirectStatusCode: 301, gitBranch: null });
    const code = await acme.projectDomains.update({ ...about, body: { redirectStatusCode: null } });
    expect(code).toMatchObject({ redirect: "harbour.example.com", redirectStatusCode: null });
  });

  it("are listed by what they show", async () => {
    const { acme } = world();
    await acme.projectDomains.create({ idOrName, body: { name: "next.example.com", gitBranch: "night-lights" } });
    await acme.projectDomains.create({ idOrName, body: { name: "qa.example.com", customEnvironmentId: staging } });
    const names = async (query: object) =>
      (await acme.projectDomains.list({ idOrName, ...query })).domains.map(({ name }) => name.split(".")[0]);
    expect(await names({})).toEqual(["qa", "next", "www", "harbour"]);
    expect(await names({ order: "ASC" })).toEqual(["harbour", "www", "next", "qa"]);
    expect(await names({ production: "true" })).toEqual(["www", "harbour"]);
    expect(await names({ target: "preview" })).toEqual(["next"]);
    expect(await names({ redirects: "false" })).toEqual(["qa", "next", "harbour"]);
    expect(await names({ redirect: "harbour.example.com" })).toEqual(["www"]);
    expect(await names({ gitBranch: "night-lights" })).toEqual(["next"]);
    expect(await names({ customEnvironmentId: staging })).toEqual(["qa"]);
    expect(await names({ verified: "false" })).toEqual([]);
    expect(await names({ idOrName: "tide-table", verified: "false" })).toEqual(["ferry", "tides"]);
  });

  it.each(["ASC", "DESC"] as const)("come in pages that lose and repeat nothing, %s", async (order) => {
    const { acme } = world();
    const added = Array.from({ length: 7 }, (_, index) => `quay-${index}.example.com`);
    for (const name of added) await acme.projectDomains.create({ idOrName, body: { name } });
    const all = ["harbour.example.com", "www.harbour.example.com", ...added];
    const seen: string[] = [];
    for await (const { name } of acme.projectDomains.list({ idOrName, order, limit: 2 })) seen.push(name);
    expect(seen).toEqual(order === "ASC" ? all : all.toReversed());
  });

  it("are removed, with redirects to them only if that is asked for", async () => {
    const { acme } = world();
    const about = { idOrName, domain: "harbour.example.com" };
    const chain = { name: "old.example.com", redirect: "www.harbour.example.com" };
    await acme.projectDomains.create({ idOrName, body: chain });
    for (const body of [undefined, { removeRedirects: false }]) {
      const error = await errorOf(acme.projectDomains.delete({ ...about, ...(body && { body }) }));
      expect(error).toMatchObject({ status: 409, code: "conflict" });
    }
    expect((await acme.projectDomains.list({ idOrName })).domains).toHaveLength(3);
    expect(await acme.projectDomains.delete({ ...about, body: { removeRedirects: true } })).toEqual({});
    expect((await acme.projectDomains.list({ idOrName })).domains).toEqual([]);
    expect(isNotFoundError(await failure(acme.projectDomains.delete(about)))).toBe(true);
    expect((await acme.domains.get({ domain: "example.com" })).domain.name).toBe("example.com");
  });

  it("move to another project of the account with the redirects to them", async () => {
    const { acme, own } = world();
    const about = { idOrName, domain: "harbour.example.com" };
    const move = (body: { projectId: string; redirect?: string; gitBranch?: string }) =>
      acme.projectDomains.move({ ...about, body });
    expect(isNotFoundError(await failure(move({ projectId: "prj_9Tj5rMk2FzA7vQe4nD1wXs8G" })))).toBe(true);
    expect(isConflictError(await failure(move({ projectId })))).toBe(true);
    const wrong = move({ projectId: tideTable, redirect: "www.harbour.example.com" });
    expect(isBadRequestError(await failure(wrong))).toBe(true);
    const moved = await move({ projectId: tideTable, gitBranch: "tides" });
    expect(moved).toMatchObject({ name: about.domain, projectId: tideTable, gitBranch: "tides", verified: true });
    expect((await acme.projectDomains.list({ idOrName })).domains).toEqual([]);
    const names = (await acme.projectDomains.list({ idOrName: "tide-table" })).domains.map(({ name }) => name);
    expect(names).toContain("www.harbour.example.com");
    expect(isNotFoundError(await failure(move({ projectId: tideTable })))).toBe(true);
    expect((await own.projectDomains.list({ idOrName: "deck-log" })).domains).toEqual([]);
  });

  it("must be verified below a domain that another account has", async () => {
    const { acme, setRecords } = world();
    const about = { idOrName, domain: "quay.example.org" };
    const pending = await acme.projectDomains.create({ idOrName, body: { name: about.domain } });
    const value = expect.stringMatching(/^vc-domain-verify=quay\.example\.org,[0-9a-f]{20}$/);
    const reason = "pending_domain_verification";
    const verification = [{ type: "TXT", domain: "_vercel.example.org", value, reason }];
    expect(pending).toMatchObject({ verified: false, verification });
    const missing = { status: 400, code: "missing_txt_record" };
    expect(await errorOf(acme.projectDomains.verify(about))).toMatchObject(missing);
    setRecords("example.org", "vc-domain-verify=quay.example.org,00000000000000000000");
    const other = await errorOf(acme.projectDomains.verify(about));
    expect(other).toMatchObject({ ...missing, message: expect.stringContaining("another text") });
    setRecords("example.org", "v=spf1 -all", pending.verification?.[0]?.value ?? "");
    const verified = await acme.projectDomains.verify(about);
    expect(verified.verified).toBe(true);
    expect(verified).not.toHaveProperty("verification");
    expect(await acme.projectDomains.verify(about)).toEqual(verified);
    expect(isNotFoundError(await failure(acme.domains.get({ domain: "example.org" })))).toBe(true);
  });

  it("of the seed are there with their record set and without it", async () => {
    const { acme } = world();
    const verify = (domain: string) => acme.projectDomains.verify({ idOrName: "tide-table", domain });
    expect((await verify("ferry.example.net")).verified).toBe(true);
    expect(await errorOf(verify("tides.example.org"))).toMatchObject({ code: "missing_txt_record" });
  });

  it("need no record any more once the account has the apex", async () => {
    const { acme, setRecords } = world();
    setRecords("example.org", (await acme.domains.getVerification({ domain: "example.org" })).txtRecord);
    await acme.domains.claim({ domain: "example.org" });
    const domain = await acme.projectDomains.verify({ idOrName: "tide-table", domain: "tides.example.org" });
    expect(domain.verified).toBe(true);
  });

  it("leave another account's project when they are verified here", async () => {
    const { acme, join, setRecords } = world();
    const name = "lamp.example.org";
    const pending = await acme.projectDomains.create({ idOrName, body: { name } });
    expect(pending.verified).toBe(false);
    setRecords("example.org", pending.verification?.[0]?.value ?? "");
    await acme.projectDomains.verify({ idOrName, domain: name });
    const other = join();
    const lost = await other.projectDomains.get({ idOrName: "lamp", domain: name });
    expect(lost).toMatchObject({ verified: false, verification: [{ domain: "_vercel.example.org" }] });
  });

  it("are not verified by the record of another account's project", async () => {
    const { acme, own, setRecords } = world();
    const body = { name: "quay.example.org" };
    const elsewhere = await own.projectDomains.create({ idOrName: "deck-log", body });
    await acme.projectDomains.create({ idOrName, body });
    setRecords("example.org", elsewhere.verification?.[0]?.value ?? "");
    const error = await errorOf(acme.projectDomains.verify({ idOrName, domain: body.name }));
    expect(error).toMatchObject({ status: 400, code: "existing_project_domain" });
    const verified = await own.projectDomains.verify({ idOrName: "deck-log", domain: body.name });
    expect(verified.verified).toBe(true);
  });

  it("are their apex's account's where that adds them too", async () => {
    const { acme, join } = world();
    await acme.projectDomains.verify({ idOrName: "tide-table", domain: "ferry.example.net" });
    const domain = await join().projectDomains.create({ idOrName: "lamp", body: { name: "ferry.example.net" } });
    expect(domain.verified).toBe(true);
    const lost = await acme.projectDomains.get({ idOrName: "tide-table", domain: "ferry.example.net" });
    expect(lost.verified).toBe(false);
  });

  it("below an apex that nobody has any more are of whoever verifies them first", async () => {
    const { acme, own, join, clock } = world();
    const other = join();
    await acme.projectDomains.verify({ idOrName: "tide-table", domain: "ferry.example.net" });
    for (const domain of ["example.net", "example.org"]) await other.domains.delete({ domain });
    const add = (name: string) => own.projectDomains.create({ idOrName: "deck-log", body: { name } });
    expect((await add("ferry.example.net")).verified).toBe(false);
    expect((await own.domains.list()).domains).toEqual([]);
    const about = { idOrName: "tide-table", domain: "tides.example.org" };
    const before = await acme.projectDomains.get(about);
    clock.advance("PT1M");
    expect((await add(about.domain)).verified).toBe(true);
    expect((await own.domains.list()).domains.map(({ name }) => name)).toEqual(["example.org"]);
    expect(await acme.projectDomains.get(about)).toEqual(before);
    expect(isBadRequestError(await failure(acme.projectDomains.verify(about)))).toBe(true);
  });

  it("go with their project", async () => {
    const { api } = world();
    api.vercel.store.remove("Project", api.vercel.store.get("Project", projectId) ?? {});
    expect(api.vercel.store.list("ProjectDomain", { projectId })).toEqual([]);
  });
});
