import { describe, expect, it } from "vitest";
import { errorOf } from "./domain-world.ts";
import { useSandbox, ways } from "./on-sandbox.ts";

const idOrName = "harbour-site";
const projectId = "prj_2Wf8kQx1YpR7mZt4vB9sLc3N";
const own32 = "NotARealSecretNotARealSecret1234";

describe.each(ways)("pausing a project on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("shows in the project until the pause ends, once or twice", async () => {
    const { acme } = world();
    const paused = async () => (await acme.projects.get({ idOrName })).paused;
    expect(await paused()).not.toBe(true);
    for (let time = 0; time < 2; time += 1) {
      expect(await acme.projects.pause({ projectId })).toBeUndefined();
      expect(await paused()).toBe(true);
    }
    for (let time = 0; time < 2; time += 1) {
      expect(await acme.projects.unpause({ projectId })).toBeUndefined();
      expect(await paused()).toBe(false);
    }
  });

  it("is for projects of the account only", async () => {
    const { acme, own } = world();
    const elsewhere = [
      () => own.projects.pause({ projectId }),
      () => own.projects.unpause({ projectId }),
      () => acme.projects.pause({ projectId: "prj_9Tj5rMk2FzA7vQe4nD1wXs8G" }),
    ];
    for (const call of elsewhere) expect(await errorOf(call())).toMatchObject({ status: 404, code: "not_found" });
    expect((await acme.projects.get({ idOrName })).paused).not.toBe(true);
  });
});

describe.each(ways)("secrets that pass the protection on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("are made of 32 letters and digits, each another one, and show in the project", async () => {
    const { acme, clock } = world();
    const { protectionBypass: first = {} } = await acme.projects.updateProtectionBypass({
      idOrName,
      body: { generate: { note: "End-to-end tests" } },
    });
    const [secret = ""] = Object.keys(first);
    expect(secret).toMatch(/^[a-zA-Z0-9]{32}$/);
    expect(first[secret]).toEqual({
      scope: "automation-bypass",
      createdAt: clock.now(),
      createdBy: "5c8a3b2f9d4e1a7b6c0f2e1d",
      isEnvVar: true,
      note: "End-to-end tests",
    });
    const { protectionBypass: both = {} } = await acme.projects.updateProtectionBypass({ idOrName, body: {} });
    expect(Object.keys(both)).toHaveLength(2);
    expect(Object.values(both).map(({ isEnvVar }) => isEnvVar)).toEqual([true, undefined]);
    expect((await acme.projects.get({ idOrName })).protectionBypass).toEqual(both);
  });

  it("may be chosen, but not twice", async () => {
    const { acme } = world();
    const body = { generate: { secret: own32 } };
    const { protectionBypass = {} } = await acme.projects.updateProtectionBypass({ idOrName, body });
    expect(Object.keys(protectionBypass)).toEqual([own32]);
    const again = errorOf(acme.projects.updateProtectionBypass({ idOrName, body }));
    expect(await again).toMatchObject({ status: 409, code: "conflict" });
    const short = { generate: { secret: "short" } };
    expect(await errorOf(acme.projects.updateProtectionBypass({ idOrName, body: short }))).toMatchObject({
      status: 400,
    });
  });

  it("end, with another in their place or without, and are not made again", async () => {
    const { acme } = world();
    const seen = new Set<string>();
    const body = { generate: { secret: own32, note: "Tests" } };
    await acme.projects.updateProtectionBypass({ idOrName, body });
    const replaced = await acme.projects.updateProtectionBypass({
      idOrName,
      body: { revoke: { secret: own32, regenerate: true } },
    });
    const [[secret = "", entry] = []] = Object.entries(replaced.protectionBypass ?? {});
    expect(Object.keys(replaced.protectionBypass ?? {})).toHaveLength(1);
    expect(secret).not.toBe(own32);
    expect(entry).toMatchObject({ note: "Tests", isEnvVar: true });
    for (let time = 0, last = secret; time < 3; time += 1) {
      seen.add(last);
      const end = { revoke: { secret: last, regenerate: false } };
      expect(await acme.projects.updateProtectionBypass({ idOrName, body: end })).toEqual({ protectionBypass: {} });
      const { protectionBypass = {} } = await acme.projects.updateProtectionBypass({ idOrName, body: {} });
      [last = ""] = Object.keys(protectionBypass);
      expect(seen).not.toContain(last);
    }
    const gone = { revoke: { secret: own32, regenerate: true } };
    const refused = errorOf(acme.projects.updateProtectionBypass({ idOrName, body: gone }));
    expect(await refused).toMatchObject({ status: 404, code: "not_found" });
  });

  it("can be noted, and only one of them is what builds get", async () => {
    const { acme } = world();
    await acme.projects.updateProtectionBypass({ idOrName, body: {} });
    await acme.projects.updateProtectionBypass({ idOrName, body: { generate: { secret: own32 } } });
    const body = { update: { secret: own32, isEnvVar: true, note: "Night tests" } };
    const { protectionBypass = {} } = await acme.projects.updateProtectionBypass({ idOrName, body });
    expect(protectionBypass[own32]).toMatchObject({ isEnvVar: true, note: "Night tests" });
    expect(Object.values(protectionBypass).filter(({ isEnvVar }) => isEnvVar)).toHaveLength(1);
    expect(Object.keys(protectionBypass)).toHaveLength(2);
    const unknown = { update: { secret: "constructor", note: "None" } };
    const refused = errorOf(acme.projects.updateProtectionBypass({ idOrName, body: unknown }));
    expect(await refused).toMatchObject({ status: 404, code: "not_found" });
  });

  it("are those of one project of the account", async () => {
    const { acme, own } = world();
    await acme.projects.updateProtectionBypass({ idOrName, body: { generate: { secret: own32 } } });
    const foreign = { revoke: { secret: own32, regenerate: false } };
    const tideTable = acme.projects.updateProtectionBypass({ idOrName: "tide-table", body: foreign });
    expect(await errorOf(tideTable)).toMatchObject({ status: 404, code: "not_found" });
    const another = own.projects.updateProtectionBypass({ idOrName, body: foreign });
    expect(await errorOf(another)).toMatchObject({ status: 404, code: "not_found" });
    const { protectionBypass } = await acme.projects.get({ idOrName });
    expect(Object.keys(protectionBypass ?? {})).toEqual([own32]);
  });
});
