import { isBadRequestError, isNotFoundError, isPermissionDeniedError } from "@fairlead/vercel";
import { describe, expect, it } from "vitest";
import { errorOf, lighthouse, useDomainWorld } from "./domain-world.ts";
import { failure } from "./failure.ts";
import { ways } from "./on-sandbox.ts";

const deckhand = "5c8a3b2f9d4e1a7b6c0f2e1d";

describe.each(ways)("domains on the sandbox, %s", (way) => {
  const world = useDomainWorld(way);

  it("are those of the account that the call acts for", async () => {
    const { acme, own } = world();
    const { domains, pagination } = await acme.domains.list();
    expect(domains.map(({ name }) => name)).toEqual(["example.com"]);
    expect(pagination).toEqual({ count: 1, next: null, prev: Date.parse("2025-11-04T08:00:00Z") });
    expect((await own.domains.list()).domains).toEqual([]);
    expect((await acme.domains.get({ domain: "EXAMPLE.com." })).domain).toEqual(domains[0]);
    for (const call of [own.domains.get({ domain: "example.com" }), acme.domains.get({ domain: "example.org" })])
      expect(isNotFoundError(await failure(call))).toBe(true);
    expect(isPermissionDeniedError(await failure(acme.domains.list({ teamId: lighthouse })))).toBe(true);
  });

  it("show nothing of what the sandbox keeps besides", async () => {
    const { acme, setRecords } = world();
    setRecords("example.com", "x");
    const { domain } = await acme.domains.get({ domain: "example.com" });
    for (const hidden of ["accountId", "dns", "zone", "moveOut"]) expect(domain).not.toHaveProperty(hidden);
  });

  it("are added unverified, with the name servers of elsewhere", async () => {
    const { acme, own } = world();
    const { domain } = await acme.domains.create({ body: { name: "Buoy.Example" } });
    expect(domain).toMatchObject({
      ...{ name: "buoy.example", verified: false, serviceType: "external", boughtAt: null, expiresAt: null },
      ...{ teamId: "team_1a79a4d60de6718e8e5b326e", userId: deckhand, creator: { username: "deckhand" } },
    });
    expect(domain.nameservers).not.toEqual(domain.intendedNameservers);
    expect(domain.id).toMatch(/^[0-9a-f]{20}$/);
    const pier = (await own.domains.create({ body: { name: "pier.example" } })).domain;
    expect([pier.teamId, pier.userId]).toEqual([null, deckhand]);
  });

  it("are refused under a name that this account or another one has", async () => {
    const { acme, own } = world();
    const { domain } = await acme.domains.get({ domain: "example.com" });
    expect(await errorOf(acme.domains.create({ body: { name: "Example.com" } }))).toMatchObject({
      ...{ status: 409, code: "not_modified", name: "example.com", uid: domain.id },
    });
    for (const client of [acme, own])
      expect(await errorOf(client.domains.create({ body: { name: "example.org" } }))).toMatchObject({
        ...{ status: 403, code: "forbidden" },
      });
  });

  it("need a name that can be had as a whole", async () => {
    const { acme } = world();
    const bad = ["not a domain", "example", "-x.example", "www.example.com", "co.uk", "*.example.com", "127.0.0.1"];
    for (const name of [...bad, "gull.vercel.app", "vercel.app", `${"a".repeat(64)}.example`, "x.example/path"])
      expect(await errorOf(acme.domains.create({ body: { name } })), name).toMatchObject({
        ...{ status: 400, code: "invalid_name" },
      });
    for (const [name, stored] of [
      ["tide.co.uk", "tide.co.uk"],
      ["möwe.example", "xn--mwe-sna.example"],
    ] as const)
      expect((await acme.domains.create({ body: { name } })).domain.name).toBe(stored);
  });

  it("come in pages of distinct times, newest first", async () => {
    const { acme } = world();
    const names = Array.from({ length: 23 }, (_, index) => `buoy-${index}.example`);
    for (const name of names) await acme.domains.create({ body: { name } });
    const seen: string[] = [];
    for await (const { name } of acme.domains.list({ limit: 5 })) seen.push(name);
    expect(seen).toEqual([...names.toReversed(), "example.com"]);
    const first = await acme.domains.list();
    expect([first.domains.length, first.pagination.count]).toEqual([20, 20]);
    const newer = await acme.domains.list({ since: first.domains[1]?.createdAt ?? 0 });
    expect(newer.domains.map(({ name }) => name)).toEqual(["buoy-22.example"]);
  });

  it("change their settings and answer those alone", async () => {
    const { acme } = world();
    const about = { domain: "example.com" };
    expect(await acme.domains.update({ ...about, body: { echMode: "disabled" } })).toEqual({
      ...{ echMode: "disabled", zone: true, renew: true, customNameservers: [] },
    });
    const custom = ["ns1.pier.example", "ns2.pier.example"];
    const changed = await acme.domains.update({ ...about, body: { zone: false, customNameservers: custom } });
    expect(changed).toMatchObject({ zone: false, customNameservers: custom, echMode: "disabled" });
    expect((await acme.domains.get(about)).domain.customNameservers).toEqual(custom);
    await acme.domains.update({ ...about, body: { op: "update", customNameservers: [] } });
    expect((await acme.domains.get(about)).domain).not.toHaveProperty("customNameservers");
    const elsewhere = acme.domains.update({ domain: "example.org", body: { zone: true } });
    expect(isNotFoundError(await failure(elsewhere))).toBe(true);
  });

  it("move at once to an account that the caller is in too, and its projects have to verify anew", async () => {
    const { acme, own } = world();
    const { domain } = await acme.domains.get({ domain: "example.com" });
    const moved = await acme.domains.update({
      domain: "example.com",
      body: { op: "move-out", destination: "deckhand" },
    });
    expect(moved).toEqual({ moved: true });
    expect(isNotFoundError(await failure(acme.domains.get({ domain: "example.com" })))).toBe(true);
    const { domain: taken } = await own.domains.get({ domain: "example.com" });
    expect(taken).toMatchObject({ id: domain.id, teamId: null, verified: true });
    expect(taken.createdAt).toBeGreaterThan(domain.createdAt);
    const name = await acme.projectDomains.get({ idOrName: "harbour-site", domain: "harbour.example.com" });
    expect(name).toMatchObject({ verified: false, verification: [{ type: "TXT", domain: "_vercel.example.com" }] });
  });

  it("move to another account when that one sends the token", async () => {
    const { acme, own, join } = world();
    const body = { op: "move-out", destination: "lighthouse" } as const;
    const started = await acme.domains.update({ domain: "example.com", body });
    expect(started).toEqual({ moved: false, token: expect.stringMatching(/^\w{24}$/) });
    expect((await acme.domains.get({ domain: "example.com" })).domain.teamId).not.toBe(lighthouse);
    const token = "token" in started ? (started.token ?? "") : "";
    const moveIn = { name: "example.com", method: "move-in" } as const;
    const other = join();
    for (const call of [
      own.domains.create({ body: { ...moveIn, token } }),
      other.domains.create({ body: { ...moveIn, token: "another" } }),
      other.domains.create({ body: moveIn }),
      other.domains.create({ body: { name: "example.com" } }),
    ])
      expect(isPermissionDeniedError(await failure(call))).toBe(true);
    const taken = await other.domains.create({ body: { ...moveIn, token } });
    expect(taken.domain).toMatchObject({ name: "example.com", teamId: lighthouse });
    expect((await acme.domains.list()).domains).toEqual([]);
    const back = acme.domains.create({ body: { ...moveIn, token } });
    expect(isPermissionDeniedError(await failure(back))).toBe(true);
    const home = { domain: "example.com", body: { op: "move-out", destination: "acme" } } as const;
    expect(await other.domains.update(home)).toEqual({ moved: true });
    const again = other.domains.create({ body: { ...moveIn, token } });
    expect(isPermissionDeniedError(await failure(again))).toBe(true);
    const unknown = acme.domains.create({ body: { ...moveIn, name: "nobody.example", token } });
    expect(isNotFoundError(await failure(unknown))).toBe(true);
  });

  it("do not move to nobody, to where they are, or while they come from another registrar", async () => {
    const { acme, api } = world();
    const move = (destination: string) =>
      errorOf(acme.domains.update({ domain: "example.com", body: { op: "move-out", destination } }));
    for (const destination of ["nobody", "acme"])
      expect(await move(destination)).toMatchObject({ status: 400, code: "invalid_move_destination" });
    const [domain] = api.vercel.store.list("Domain", { name: "example.com" });
    api.vercel.store.update("Domain", domain ?? {}, { transferStartedAt: 1_762_245_300_000, transferredAt: null });
    expect(await move("deckhand")).toMatchObject({ status: 409, code: "domain_move_conflict" });
    expect(await errorOf(acme.domains.delete({ domain: "example.com" }))).toMatchObject({
      ...{ status: 409, code: "domain_removal_conflict" },
    });
  });

  it("go with the names that projects have below them", async () => {
    const { acme, api } = world();
    const { domain } = await acme.domains.get({ domain: "example.com" });
    expect(await acme.domains.delete({ domain: "example.com" })).toEqual({ uid: domain.id });
    expect((await acme.projectDomains.list({ idOrName: "harbour-site" })).domains).toEqual([]);
    expect(api.vercel.store.list("ProjectDomain", { apexName: "example.org" })).toHaveLength(2);
    expect(isNotFoundError(await failure(acme.domains.delete({ domain: "example.com" })))).toBe(true);
  });

  it("are claimed by the record of the account, from whoever has them", async () => {
    const { acme, own, join, setRecords } = world();
    const about = { domain: "example.org" };
    const record = await acme.domains.getVerification(about);
    expect(record).toEqual({
      verificationDomain: "_vercel.example.org",
      txtRecord: expect.stringMatching(/^vc-domain-verify=example\.org,[0-9a-f]{20}$/),
    });
    expect(await acme.domains.getVerification(about)).toEqual(record);
    expect(await errorOf(acme.domains.claim(about))).toMatchObject({ status: 400, code: "missing_txt_record" });
    setRecords("example.org", "v=spf1 -all", record.txtRecord);
    expect(isBadRequestError(await failure(own.domains.claim(about)))).toBe(true);
    const { domain } = await acme.domains.claim(about);
    expect(domain).toMatchObject({ name: "example.org", teamId: "team_1a79a4d60de6718e8e5b326e", verified: true });
    expect((await acme.domains.claim(about)).domain).toEqual(domain);
    const other = join();
    expect(isNotFoundError(await failure(other.domains.get(about)))).toBe(true);
    const lamp = await other.projectDomains.get({ idOrName: "lamp", domain: "lamp.example.org" });
    expect(lamp.verified).toBe(false);
  });

  it("of one's own are verified by the same record, and none is claimed that nobody has", async () => {
    const { acme, setRecords } = world();
    await acme.domains.create({ body: { name: "buoy.example" } });
    expect(isBadRequestError(await failure(acme.domains.claim({ domain: "buoy.example" })))).toBe(true);
    setRecords("buoy.example", (await acme.domains.getVerification({ domain: "buoy.example" })).txtRecord);
    expect((await acme.domains.claim({ domain: "buoy.example" })).domain.verified).toBe(true);
    expect(isNotFoundError(await failure(acme.domains.claim({ domain: "nobody.example" })))).toBe(true);
  });

  it("tell what leads requests here, for any name", async () => {
    const { acme, api } = world();
    const config = (domain: string, strict?: "true") => acme.domains.getConfig({ domain, ...(strict && { strict }) });
    expect(await config("nobody.example")).toMatchObject({ configuredBy: null, misconfigured: true });
    expect(await config("harbour.example.com")).toMatchObject({ configuredBy: "dns-01", misconfigured: false });
    expect((await config("harbour.example.com", "true")).configuredBy).toBeNull();
    expect(await config("ferry.example.net")).toMatchObject({ configuredBy: "CNAME", acceptedChallenges: ["http-01"] });
    const { recommendedIPv4, recommendedCNAME } = await config("lamp.example.org");
    const set = (dns: object) =>
      api.vercel.store.update("ProjectDomain", api.vercel.store.get("ProjectDomain", "lamp.example.org") ?? {}, {
        dns,
      });
    const good = recommendedIPv4[0]?.value ?? [];
    for (const [dns, by] of [
      [{ a: good }, "A"],
      [{ a: [...good, "198.51.100.7"] }, null],
      [{ a: [] }, null],
      [{ cname: `${recommendedCNAME[0]?.value}.` }, "CNAME"],
      [{ cname: "lamp.pages.example" }, null],
    ] as const) {
      set(dns);
      expect((await config("lamp.example.org")).configuredBy, JSON.stringify(dns)).toBe(by);
    }
    expect(isBadRequestError(await failure(config("not a domain")))).toBe(true);
  });
});
