import { X509Certificate } from "node:crypto";
import { isNotFoundError, isPermissionDeniedError } from "@fairlead/vercel";
import { describe, expect, it } from "vitest";
import { errorOf, lighthouse, useDomainWorld } from "./domain-world.ts";
import { failure } from "./failure.ts";
import { type CertificateOrder, makeCertificate } from "./make-certificate.ts";
import { ways } from "./on-sandbox.ts";

const day = 86_400_000;
const quay = "cert_8mQx4TzK2vRb7NwYd5JsLp3H";
const uploaded = "cert_3cVb9HnX6qJd2KsW8gTr5yMf";
const foreign = "cert_5nWy7BfR8tDz9AcCp6PeSj1Q";

/** A certificate as `uploadCert` takes it, signed by itself. */
function upload(order: Partial<CertificateOrder> = {}) {
  const names = ["harbour.example.com", "*.harbour.example.com"];
  const made = makeCertificate({ names, notAfter: new Date("2090-03-01T10:20:30Z"), ...order });
  return { ...made, body: { cert: made.cert, key: made.key, ca: made.cert } };
}

describe.each(ways)("certificates on the sandbox, %s", (way) => {
  const world = useDomainWorld(way);

  it("are those of the account that the call acts for, all at once", async () => {
    const { acme, own } = world();
    const { certs, pagination } = await acme.certs.list();
    expect(certs.map(({ id }) => id)).toEqual([quay, uploaded]);
    expect(pagination).toEqual({ count: 2, next: null, prev: certs[0]?.createdAt });
    expect(await acme.certs.get({ id: quay })).toEqual(certs[0]);
    expect((await own.certs.list()).certs).toEqual([]);
    for (const call of [
      () => acme.certs.get({ id: foreign }),
      () => acme.certs.delete({ id: foreign }),
      () => own.certs.get({ id: quay }),
      () => own.certs.delete({ id: quay }),
    ]) {
      const error = await failure(call());
      expect(isNotFoundError(error)).toBe(true);
      expect(error).toMatchObject({ body: { error: { code: "cert_not_found" } } });
    }
    expect(isPermissionDeniedError(await failure(acme.certs.list({ teamId: lighthouse })))).toBe(true);
  });

  it("are issued for names whose name servers are the vendor's, also for all of one level", async () => {
    const { acme, clock } = world();
    const cns = ["Pier.example.com", "*.pier.example.com", "pier.example.com."];
    const made = await acme.certs.issue({ body: { cns } });
    expect(made).toEqual({
      id: expect.stringMatching(/^cert_\w{24}$/),
      cns: ["pier.example.com", "*.pier.example.com"],
      autoRenew: true,
      createdAt: clock.now(),
      expiresAt: clock.now() + 90 * day,
    });
    expect((await acme.certs.list()).certs[0]).toEqual(made);
  });

  it("are issued for what older clients call domains", async () => {
    const { send } = world();
    const { status, json } = await send("POST", "/v3/now/certs?slug=acme", { domains: ["pier.example.com"] });
    expect([status, (json as { cns: string[] }).cns]).toEqual([200, ["pier.example.com"]]);
  });

  it("are refused for names that are wrong, not shared, somebody else's or not verified", async () => {
    const { acme } = world();
    await acme.domains.create({ body: { name: "buoy.example" } });
    const refused = (...cns: string[]) => errorOf(acme.certs.issue({ body: { cns } }));
    expect(await refused()).toMatchObject({ status: 400, code: "bad_request" });
    expect(await errorOf(acme.certs.issue({ body: {} }))).toMatchObject({ status: 400, code: "bad_request" });
    expect(await refused("pier.example.com", "not a name")).toMatchObject({ status: 400, code: "invalid_cn" });
    expect(await refused("pier.example.com", "pier.example.org")).toMatchObject({
      ...{ status: 400, code: "should_share_root_domain" },
    });
    expect(await refused("pier.example.org")).toMatchObject({
      ...{ status: 403, code: "forbidden", domain: "example.org" },
    });
    expect(await refused("www.buoy.example")).toMatchObject({
      ...{ status: 400, code: "domain_not_verified", domain: "buoy.example" },
    });
    expect(await refused("nobody.example")).toMatchObject({ status: 404, code: "not_found" });
    expect((await acme.certs.list()).certs).toHaveLength(2);
  });

  it("wait for DNS that leads here, with 449 until it does, and have no wildcard without the name servers", async () => {
    const { acme, api } = world();
    const { store } = api.vercel;
    await acme.domains.create({ body: { name: "buoy.example" } });
    const set = (changes: Record<string, unknown>) =>
      store.update("Domain", store.get("Domain", "buoy.example") ?? {}, changes);
    set({ verified: true });
    const issue = (...cns: string[]) => acme.certs.issue({ body: { cns } });
    expect(await errorOf(issue("buoy.example"))).toMatchObject({
      ...{ status: 449, code: "configuration_error", cns: ["buoy.example"], external: true },
    });
    set({ dns: { a: ["192.0.2.21"] } });
    expect((await issue("buoy.example")).cns).toEqual(["buoy.example"]);
    expect(await errorOf(issue("*.buoy.example"))).toMatchObject({ status: 400, code: "wildcard_not_allowed" });
    set({ serviceType: "zeit.world" });
    expect((await issue("*.buoy.example")).cns).toEqual(["*.buoy.example"]);
  });

  it("are issued below a domain of others for a name that a project has verified", async () => {
    const { acme } = world();
    const domain = "ferry.example.net";
    const body = { cns: [domain] };
    expect(await errorOf(acme.certs.issue({ body }))).toMatchObject({ status: 403, domain: "example.net" });
    await acme.projectDomains.verify({ idOrName: "tide-table", domain });
    expect((await acme.certs.issue({ body })).cns).toEqual([domain]);
  });

  it("are renewed 30 days before their end, as often as the clock asks, while the account has the domain", async () => {
    const { acme, clock } = world();
    const { id, expiresAt, createdAt } = await acme.certs.issue({ body: { cns: ["pier.example.com"] } });
    const now = async () => (await acme.certs.get({ id })).expiresAt;
    clock.advance(60 * day - 1);
    expect(await now()).toBe(expiresAt);
    clock.advance(1);
    expect(await now()).toBe(expiresAt + 60 * day);
    clock.advance(130 * day);
    const renewed = await acme.certs.get({ id });
    expect(renewed).toMatchObject({ id, createdAt, expiresAt: expiresAt + 180 * day });
    expect((await acme.certs.list()).certs[0]).toEqual(renewed);
    await acme.domains.delete({ domain: "example.com" });
    clock.advance(400 * day);
    expect(await now()).toBe(expiresAt + 180 * day);
    expect(await now()).toBeLessThan(clock.now());
  });

  it("from elsewhere are never renewed", async () => {
    const { acme, clock } = world();
    const before = await acme.certs.get({ id: uploaded });
    clock.advance(2000 * day);
    expect(await acme.certs.get({ id: uploaded })).toEqual(before);
  });

  it.each(["ec", "rsa", "ed25519"] as const)("are taken from elsewhere with a key of the kind %s", async (kind) => {
    const { acme, clock } = world();
    const { body, olderKey } = upload({ kind });
    const { subjectAltName } = new X509Certificate(body.cert);
    const made = await acme.certs.upload({ body });
    expect(made).toEqual({
      id: expect.stringMatching(/^cert_\w{24}$/),
      cns: subjectAltName?.split(", ").map((name) => name.replace("DNS:", "")),
      autoRenew: false,
      createdAt: clock.now(),
      expiresAt: Date.parse("2090-03-01T10:20:30Z"),
    });
    const again = await acme.certs.upload({ body: { ...body, key: olderKey } });
    expect(again.id).not.toBe(made.id);
  });

  it("are read in the forms of old ones: a common name alone, and a year of two digits", async () => {
    const { acme } = world();
    const old = { names: [], commonName: "Pier.example.com", notAfter: new Date("2049-12-31T23:59:59Z") };
    const { body } = upload(old);
    expect(await acme.certs.upload({ body })).toMatchObject({
      cns: ["pier.example.com"],
      expiresAt: Date.parse("2049-12-31T23:59:59Z"),
    });
  });

  it("are refused from elsewhere where a text is not what it should be or the key is another one's", async () => {
    const { acme } = world();
    const { body, encryptedKey } = upload();
    const refused = async (changes: object) => {
      const { status, code } = await errorOf(acme.certs.upload({ body: { ...body, ...changes } }));
      return [status, code];
    };
    const cut = body.cert.replace(/\n[^\n]+\n-----END/, "\n-----END");
    for (const changes of [
      { cert: "leaf" },
      { cert: body.key },
      { cert: cut },
      { cert: body.cert.replaceAll("CERTIFICATE", "PUBLIC KEY") },
      { ca: "" },
      { key: body.cert },
      { key: encryptedKey },
      { key: "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----" },
      { key: upload().key },
      { key: upload({ kind: "rsa" }).key },
      { ...upload({ kind: "rsa" }).body, key: upload({ kind: "rsa" }).olderKey },
      { cert: upload({ names: [] }).cert },
    ])
      expect(await refused(changes), JSON.stringify(changes).slice(0, 80)).toEqual([400, "bad_request"]);
    expect((await acme.certs.list()).certs).toHaveLength(2);
  });

  it("are refused from elsewhere once they have ended, unless nothing is to be checked", async () => {
    const { acme } = world();
    const { body } = upload({ notAfter: new Date("2021-01-01T00:00:00Z") });
    expect(await errorOf(acme.certs.upload({ body }))).toMatchObject({ status: 400, code: "cert_expired" });
    const skipped = { ...body, key: upload().key, skipValidation: true };
    expect(await acme.certs.upload({ body: skipped })).toMatchObject({ expiresAt: Date.parse("2021-01-01T00:00:00Z") });
  });

  it("are refused from elsewhere for domains that the account has not", async () => {
    const { acme, own } = world();
    const { body } = upload({ names: ["pier.example.com", "pier.example.org"] });
    expect(await errorOf(acme.certs.upload({ body }))).toMatchObject({ status: 403, domain: "example.org" });
    expect(await errorOf(own.certs.upload({ body: upload().body }))).toMatchObject({ status: 403 });
  });

  it("keep nothing of a private key", async () => {
    const session = world();
    const { acme, api, journal } = session;
    const { body } = upload();
    const made = await acme.certs.upload({ body });
    const lines = body.key.split("\n").filter((line) => line !== "" && !line.startsWith("-----"));
    const [line = ""] = lines;
    expect(line.length).toBeGreaterThan(40);
    expect(JSON.stringify(session.snapshot())).toContain(made.id);
    const kept = [made, api.vercel.store.list("Certificate"), journal.list(), session.snapshot()];
    expect(JSON.stringify(kept)).not.toContain(line);
  });

  it("are deleted once", async () => {
    const { acme } = world();
    expect(await acme.certs.delete({ id: quay })).toEqual({});
    expect((await acme.certs.list()).certs.map(({ id }) => id)).toEqual([uploaded]);
    expect(isNotFoundError(await failure(acme.certs.delete({ id: quay })))).toBe(true);
  });
});
