import { type components, isNotFoundError, isPermissionDeniedError } from "@fairlead/vercel";
import { describe, expect, it } from "vitest";
import { errorOf, lighthouse, useDomainWorld } from "./domain-world.ts";
import { failure } from "./failure.ts";
import { ways } from "./on-sandbox.ts";

type NewRecord = components["schemas"]["NewDnsRecord"];

const domain = "example.com";
const deckhand = "5c8a3b2f9d4e1a7b6c0f2e1d";
const txt = "rec_9dKw3XcQ7mTz5VpRb2NfLs8H";
const mx = "rec_4tGh8YsB1jWq6CnEx7UvKa2P";
const caa = "rec_6rJf2MdZ9kLp3SxTc8HyNb5W";

describe.each(ways)("DNS records on the sandbox, %s", (way) => {
  const world = useDomainWorld(way);

  it("are those of the domain, newest first, and the service has made some of them", async () => {
    const { acme } = world();
    const { records, pagination } = await acme.dns.list({ domain });
    expect(records.map(({ id, type, creator }) => [id, type, creator])).toEqual([
      [txt, "TXT", deckhand],
      [mx, "MX", deckhand],
      [expect.stringMatching(/^rec_/), "CNAME", "system"],
      [caa, "CAA", "system"],
    ]);
    expect(pagination).toEqual({ count: 4, next: null, prev: Date.parse("2025-11-05T08:20:00Z") });
    expect(records[1]).toEqual({
      ...{ id: mx, slug: "mx-mail-example-net", name: "", type: "MX", value: "mail.example.net.", ttl: 3600 },
      ...{ mxPriority: 10, priority: 10, creator: deckhand },
      ...{ created: Date.parse("2025-11-05T07:20:00Z"), createdAt: Date.parse("2025-11-05T07:20:00Z") },
      ...{ updated: Date.parse("2025-11-05T07:20:00Z"), updatedAt: Date.parse("2025-11-05T07:20:00Z") },
    });
  });

  it("are of the account that the call acts for, by whatever id", async () => {
    const { acme, own } = world();
    const foreign = "rec_3kVx6AeQ7sCy8ZbBm4NdRh9P";
    const body = { name: "pier", type: "A", value: "192.0.2.21" } as const;
    for (const call of [
      () => own.dns.list({ domain }),
      () => acme.dns.list({ domain: "example.org" }),
      () => own.dns.create({ domain, body }),
      () => acme.dns.update({ recordId: foreign, body: { ttl: 300 } }),
      () => own.dns.update({ recordId: txt, body: { ttl: 300 } }),
      () => acme.dns.delete({ domain, recordId: foreign }),
      () => acme.dns.delete({ domain: "example.org", recordId: foreign }),
      () => own.dns.delete({ domain, recordId: txt }),
      () => acme.dns.delete({ domain, recordId: "rec_unknown" }),
    ])
      expect(isNotFoundError(await failure(call()))).toBe(true);
    expect(isPermissionDeniedError(await failure(acme.dns.list({ domain, teamId: lighthouse })))).toBe(true);
    expect((await acme.dns.list({ domain })).records).toHaveLength(4);
  });

  it("are made with what their type has, and only the id is told", async () => {
    const { acme, clock } = world();
    const made = async (body: NewRecord) => {
      const told = await acme.dns.create({ domain, body });
      expect(told).toEqual({ uid: expect.stringMatching(/^rec_\w{24}$/) });
      return (await acme.dns.list({ domain, limit: 100 })).records.find(({ id }) => id === told.uid);
    };
    const a = await made({ name: "Pier.North", type: "A", value: "192.0.2.7", comment: "North pier" });
    expect(a).toMatchObject({ name: "pier.north", value: "192.0.2.7", ttl: 60, creator: deckhand });
    expect(a).toMatchObject({ comment: "North pier", createdAt: clock.now() });
    const values = async (body: NewRecord) => {
      const record = await made(body);
      return [record?.name, record?.value, record?.priority, record?.mxPriority];
    };
    for (const [body, expected] of [
      [{ name: "six", type: "AAAA", value: "2001:DB8:0:0::7" }, ["six", "2001:db8::7", undefined, undefined]],
      [{ name: "@", type: "ALIAS", value: "Pages.Example.net" }, ["", "pages.example.net.", undefined, undefined]],
      [
        { name: "", type: "CAA", value: "0 issue ca.example.net" },
        ["", '0 issue "ca.example.net"', undefined, undefined],
      ],
      [
        { name: "*.quay", type: "CNAME", value: "cname.dns.example.net." },
        ["*.quay", "cname.dns.example.net.", undefined, undefined],
      ],
      [{ name: "sub", type: "NS", value: "ns1.example.net" }, ["sub", "ns1.example.net.", undefined, undefined]],
      [{ name: "post", type: "MX", value: "mail.example.net", mxPriority: 0 }, ["post", "mail.example.net.", 0, 0]],
      [
        { name: "_sip._tcp", type: "SRV", srv: { priority: 10, weight: 5, port: 5061, target: "sip.example.net" } },
        ["_sip._tcp", "5 5061 sip.example.net.", 10, undefined],
      ],
      [
        { name: "quay", type: "HTTPS", https: { priority: 1, target: ".", params: "alpn=h2,h3" } },
        ["quay", ". alpn=h2,h3", 1, undefined],
      ],
      [
        { type: "HTTPS", https: { priority: null, target: "quay.example.net" } },
        ["", "quay.example.net.", 0, undefined],
      ],
    ] as const satisfies readonly (readonly [NewRecord, readonly unknown[]])[])
      expect(await values(body), JSON.stringify(body)).toEqual(expected);
    expect((await made({ name: "pier", type: "TXT", value: '"two words"', ttl: 3600 }))?.ttl).toBe(3600);
  });

  it("are refused where a name or a value is none of their type", async () => {
    const { acme, send } = world();
    const code = async (body: object) => {
      const { status, json } = await send("POST", `/v2/domains/${domain}/records?slug=acme`, body);
      return [status, (json as { error: { code: string } }).error.code];
    };
    const srv = { priority: 1, weight: 1, port: 65_536, target: "sip.example.net" };
    for (const [body, expected] of [
      [{ name: "pier", type: "A", value: "192.0.2.256" }, "bad_request"],
      [{ name: "pier", type: "A", value: "2001:db8::7" }, "bad_request"],
      [{ name: "pier", type: "AAAA", value: "192.0.2.1" }, "bad_request"],
      [{ name: "pier", type: "CNAME", value: "localhost" }, "bad_request"],
      [{ name: "pier", type: "ALIAS", value: "192.0.2.1" }, "bad_request"],
      [{ name: "pier", type: "MX", value: ".", mxPriority: 0 }, "bad_request"],
      [{ name: "pier", type: "MX", value: "mail.example.net" }, "bad_request"],
      [{ name: "pier", type: "MX", value: "mail.example.net", mxPriority: 1.5 }, "bad_request"],
      [{ name: "pier", type: "TXT", value: " " }, "bad_request"],
      [{ name: "pier", type: "TXT", value: "short", ttl: 59 }, "bad_request"],
      [{ name: "pier", type: "CAA", value: '0 issue ";"' }, "invalid_value"],
      [{ name: "pier", type: "CAA", value: '256 issue "ca.example.net"' }, "invalid_value"],
      [{ name: "pier", type: "CAA", value: '0 permit "ca.example.net"' }, "invalid_value"],
      [{ name: "", type: "NS", value: "ns1.example.net" }, "invalid_name"],
      [{ name: "two words", type: "A", value: "192.0.2.1" }, "invalid_name"],
      [{ name: "a.*", type: "A", value: "192.0.2.1" }, "invalid_name"],
      [{ name: "-pier", type: "A", value: "192.0.2.1" }, "invalid_name"],
      [{ name: "_sip._tcp", type: "SRV", srv }, "bad_request"],
      [{ name: "_sip._tcp", type: "SRV", srv: { ...srv, port: 1, target: "." } }, "bad_request"],
      [{ name: "_sip._tcp", type: "SRV", srv: { ...srv, port: 1 }, value: "1 1 sip.example.net" }, "bad_request"],
      [{ name: "quay", type: "HTTPS", https: { priority: -1, target: "." } }, "bad_request"],
      [{ name: "pier", type: "PTR", value: "pier.example.com" }, "bad_request"],
    ] as const)
      expect(await code(body), JSON.stringify(body)).toEqual([400, expected]);
    expect((await acme.dns.list({ domain })).records).toHaveLength(4);
  });

  it("are refused where one of them is in the way, which is named", async () => {
    const { acme } = world();
    const add = (body: NewRecord) => acme.dns.create({ domain, body });
    const { uid } = await add({ name: "pier", type: "A", value: "192.0.2.7" });
    const refused = { status: 409, code: "conflict", oldId: uid };
    expect(await errorOf(add({ name: "PIER", type: "A", value: "192.0.2.7", ttl: 300 }))).toMatchObject(refused);
    expect(await errorOf(add({ name: "pier", type: "CNAME", value: "quay.example.net" }))).toMatchObject(refused);
    expect(await errorOf(add({ name: "pier", type: "ALIAS", value: "quay.example.net" }))).toMatchObject(refused);
    await add({ name: "pier", type: "A", value: "192.0.2.8" });
    await add({ name: "pier", type: "TXT", value: "192.0.2.7" });
    await add({ name: "", type: "MX", value: "mail.example.net", mxPriority: 20 });
    const { uid: alias } = await add({ name: "quay", type: "CNAME", value: "pier.example.com" });
    expect(await errorOf(add({ name: "quay", type: "TXT", value: "x" }))).toMatchObject({ ...refused, oldId: alias });
    // Records of the service are in nobody's way.
    await add({ name: "*", type: "CNAME", value: "pages.example.net" });
    await add({ name: "", type: "CAA", value: '0 issue "letsencrypt.org"' });
  });

  it("keep what a change leaves out or calls null, and tell their type under another name", async () => {
    const { acme, clock } = world();
    clock.advance(1000);
    const changed = await acme.dns.update({ recordId: txt, body: { value: "quay", ttl: null, name: null } });
    expect(changed).toEqual({
      ...{ id: txt, name: "_vercel", type: "record", recordType: "TXT", value: "quay", ttl: 60, creator: deckhand },
      ...{ domain, createdAt: Date.parse("2025-11-05T08:20:00Z"), comment: "Until the deck has its own account" },
    });
    const { records } = await acme.dns.list({ domain });
    expect(records.find(({ id }) => id === txt)).toMatchObject({ value: "quay", updated: clock.now() });
    const bare = await acme.dns.update({ recordId: txt, body: { comment: "", ttl: 300, type: "TXT" } });
    expect(bare.ttl).toBe(300);
    expect(bare).not.toHaveProperty("comment");
    const moved = await acme.dns.update({ recordId: mx, body: { mxPriority: 30, name: "Post" } });
    expect(moved).toMatchObject({ name: "post", value: "mail.example.net." });
    expect((await acme.dns.list({ domain })).records.find(({ id }) => id === mx)?.mxPriority).toBe(30);
  });

  it("change only the members of a service or a connection that are given", async () => {
    const { acme } = world();
    const srv = { priority: 10, weight: 5, port: 5061, target: "sip.example.net" };
    const { uid } = await acme.dns.create({ domain, body: { name: "_sip._tcp", type: "SRV", srv } });
    const left = { weight: null, priority: null };
    const changed = await acme.dns.update({
      recordId: uid,
      body: { srv: { ...left, port: 5062, target: null } },
    });
    expect(changed.value).toBe("5 5062 sip.example.net.");
    const https = { priority: 1, target: ".", params: "alpn=h2" };
    const { uid: quay } = await acme.dns.create({ domain, body: { name: "quay", type: "HTTPS", https } });
    const kept = { recordId: quay, body: { https: { priority: 2, target: null } } };
    expect((await acme.dns.update(kept)).value).toBe(". alpn=h2");
    const without = { recordId: quay, body: { https: { priority: null, target: null, params: "" } } };
    expect((await acme.dns.update(without)).value).toBe(".");
    expect((await acme.dns.list({ domain })).records.find(({ id }) => id === quay)?.priority).toBe(2);
  });

  it("refuse a change to another type, to members of one, and to what another record is", async () => {
    const { acme } = world();
    const update = (recordId: string, body: components["schemas"]["DnsRecordPatch"]) =>
      errorOf(acme.dns.update({ recordId, body }));
    for (const body of [
      { type: "A", value: "192.0.2.1" },
      { mxPriority: 5 },
      { srv: { priority: 1, weight: 1, port: 1, target: "sip.example.net" } },
      { value: "" },
    ] as const)
      expect(await update(txt, body), JSON.stringify(body)).toMatchObject({ status: 400, code: "bad_request" });
    const { uid } = await acme.dns.create({ domain, body: { name: "_vercel", type: "TXT", value: "quay" } });
    expect(await update(txt, { value: "quay" })).toMatchObject({ status: 409, oldId: uid });
    expect((await acme.dns.update({ recordId: uid, body: { value: "quay" } })).value).toBe("quay");
  });

  it("of the service can neither be changed nor deleted", async () => {
    const { acme } = world();
    const forbidden = { status: 403, code: "forbidden" };
    expect(await errorOf(acme.dns.update({ recordId: caa, body: { ttl: 300 } }))).toMatchObject(forbidden);
    expect(await errorOf(acme.dns.delete({ domain, recordId: caa }))).toMatchObject(forbidden);
  });

  it("are deleted once, and go with their domain", async () => {
    const { acme, api } = world();
    expect(await acme.dns.delete({ domain, recordId: txt })).toEqual({});
    expect(isNotFoundError(await failure(acme.dns.delete({ domain, recordId: txt })))).toBe(true);
    await acme.domains.delete({ domain });
    expect(api.vercel.store.list("DnsRecord", { domain })).toEqual([]);
    await acme.domains.create({ body: { name: domain } });
    expect((await acme.dns.list({ domain })).records.every(({ creator }) => creator === "system")).toBe(true);
  });

  it("go with a domain that moves to another account, with their ids and times", async () => {
    const { acme, own } = world();
    const { records } = await acme.dns.list({ domain });
    await acme.domains.update({ domain, body: { op: "move-out", destination: "deckhand" } });
    expect((await own.dns.list({ domain })).records).toEqual(records);
    expect(isNotFoundError(await failure(acme.dns.list({ domain })))).toBe(true);
  });

  it("come in pages", async () => {
    const { acme } = world();
    for (let index = 0; index < 21; index += 1)
      await acme.dns.create({ domain, body: { name: `buoy-${index}`, type: "TXT", value: "x" } });
    const first = await acme.dns.list({ domain });
    expect([first.records.length, first.records[0]?.name]).toEqual([20, "buoy-20"]);
    const names: string[] = [];
    for await (const { name } of acme.dns.list({ domain, limit: 4 })) names.push(name);
    expect(names.length).toBe(25);
    expect(new Set(names.slice(0, 21)).size).toBe(21);
  });

  it("verify a domain of a project, where the name servers are the vendor's", async () => {
    const { acme, own } = world();
    await own.projects.create({ body: { name: "deck" } });
    const about = { idOrName: "deck", domain: "deck.example.com" };
    const { verification = [] } = await own.projectDomains.create({ idOrName: "deck", body: { name: about.domain } });
    const [challenge] = verification;
    expect(await errorOf(own.projectDomains.verify(about))).toMatchObject({ code: "missing_txt_record" });
    const name = challenge?.domain.replace(`.${domain}`, "") ?? "";
    const { uid } = await acme.dns.create({ domain, body: { name, type: "TXT", value: `"${challenge?.value}"` } });
    expect((await own.projectDomains.verify(about)).verified).toBe(true);
    await acme.dns.delete({ domain, recordId: uid });
    expect((await own.projectDomains.verify(about)).verified).toBe(true);
  });

  it("are seen by nobody while the name servers are somebody else's", async () => {
    const { acme } = world();
    const buoy = "buoy.example";
    await acme.domains.create({ body: { name: buoy } });
    const { txtRecord: value } = await acme.domains.getVerification({ domain: buoy });
    await acme.dns.create({ domain: buoy, body: { name: "_vercel", type: "TXT", value } });
    expect(await errorOf(acme.domains.claim({ domain: buoy }))).toMatchObject({ code: "missing_txt_record" });
    await acme.domains.update({ domain, body: { customNameservers: ["ns1.pier.example"] } });
    const { txtRecord } = await acme.domains.getVerification({ domain });
    await acme.dns.create({ domain, body: { name: "_vercel", type: "TXT", value: txtRecord } });
    expect((await acme.domains.getConfig({ domain })).configuredBy).toBeNull();
    await acme.domains.update({ domain, body: { customNameservers: [] } });
    expect((await acme.domains.getConfig({ domain })).configuredBy).toBe("dns-01");
  });

  it("tell where names lead", async () => {
    const { acme } = world();
    const by = async (name: string, strict?: "true") =>
      (await acme.domains.getConfig({ domain: `${name}.${domain}`, ...(strict && { strict }) })).configuredBy;
    expect([await by("pier"), await by("pier", "true")]).toEqual(["dns-01", null]);
    const { recommendedIPv4, recommendedCNAME } = await acme.domains.getConfig({ domain });
    const address = recommendedIPv4[0]?.value[0] ?? "";
    await acme.dns.create({ domain, body: { name: "pier", type: "A", value: address } });
    expect([await by("pier"), await by("pier", "true")]).toEqual(["A", "A"]);
    const target = recommendedCNAME[0]?.value ?? "";
    await acme.dns.create({ domain, body: { name: "quay", type: "CNAME", value: target } });
    expect(await by("quay", "true")).toBe("CNAME");
    expect((await acme.domains.getConfig({ domain: `pier.${domain}` })).acceptedChallenges).toEqual([
      "dns-01",
      "http-01",
    ]);
    await acme.dns.create({ domain, body: { name: "lamp", type: "A", value: "198.51.100.7" } });
    expect([await by("lamp"), await by("lamp", "true")]).toEqual(["dns-01", null]);
  });
});
