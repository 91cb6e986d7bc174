import { isBadRequestError } from "@fairlead/vercel";
import { describe, expect, it } from "vitest";
import { failure } from "./failure.ts";
import { useSandbox, ways } from "./on-sandbox.ts";

const idOrName = "harbour-site";

describe.each(ways)("settings of projects on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("say who gets past the protection, and null takes it off again", async () => {
    const { acme } = world();
    const body = {
      trustedIps: {
        deploymentType: "preview" as const,
        addresses: [{ value: "192.0.2.0/24", note: "Harbour office" }],
        protectionMode: "additional" as const,
      },
      trustedSources: {
        projects: {
          prj_7Hn3cVb5XqJ2dKs8wG6rTy1M: {
            customAllow: [{ to: { slugs: ["staging"] }, from: { preset: "all-custom" } }],
          },
        },
        oidcProviders: {
          "https://issuer.example.com": [{ to: { slugs: ["production"] }, claims: { sub: ["ferry"] } }],
        },
      },
      optionsAllowlist: { paths: [{ value: "/api" }] },
    };
    const passport = { connectorId: "scl_7Jd2mVq9" };
    const changed = await acme.projects.update({ idOrName, body: { ...body, passport } });
    expect(changed).toMatchObject({ ...body, passport: { ...passport, deploymentType: "all" } });
    expect(await acme.projects.get({ idOrName })).toMatchObject(body);
    const off = { trustedIps: null, trustedSources: null, optionsAllowlist: null, passport: null };
    expect(await acme.projects.update({ idOrName, body: off })).toMatchObject(off);
  });

  it("refuse a protection that lacks a part or has a wrong one", async () => {
    const { send } = world();
    const address = { value: "192.0.2.7" };
    for (const body of [
      { trustedIps: { deploymentType: "preview", addresses: [address] } },
      { trustedIps: { deploymentType: "preview", addresses: [], protectionMode: "exclusive" } },
      {
        trustedIps: {
          deploymentType: "all",
          addresses: [{ ...address, note: "x".repeat(21) }],
          protectionMode: "exclusive",
        },
      },
      { optionsAllowlist: { paths: [{ value: "api" }] } },
      { optionsAllowlist: { paths: Array(6).fill({ value: "/api" }) } },
      { trustedSources: { projects: { prj_1: { customAllow: [{ to: {}, from: { slugs: [] } }] } } } },
      { resourceConfig: { buildQueue: { configuration: "NEVER" } } },
      { connectConfigurations: [] },
    ])
      expect(await send("PATCH", `/v9/projects/${idOrName}?slug=acme`, body)).toMatchObject({
        status: 400,
        json: { error: { code: "bad_request" } },
      });
    expect(await world().acme.projects.get({ idOrName })).not.toHaveProperty("trustedIps");
  });

  it("say how long old pages work, what is traced and from where functions reach out", async () => {
    const { acme } = world();
    const body = {
      skewProtectionMaxAge: 86_400,
      skewProtectionBoundaryAt: 1_793_620_800_000,
      skewProtectionAllowedDomains: ["*.harbour.example.com"],
      enableExternalRewriteCaching: true,
      tracing: { ignorePaths: ["/health"], samplingRules: [{ rate: 0.5, env: "production" }] },
      sandbox: { region: "fra1", failoverRegions: ["arn1"] },
    };
    expect(await acme.projects.update({ idOrName, body })).toMatchObject(body);
    const fixed = await acme.projects.update({ idOrName, body: { staticIps: { enabled: true } } });
    expect(fixed).toMatchObject({ ...body, staticIps: { enabled: true, builds: false, regions: [] } });
    expect(await acme.projects.update({ idOrName, body: { tracing: null } })).not.toHaveProperty("tracing");
  });

  it("are merged below resources, and lists are narrowed by the queue of builds", async () => {
    const { acme } = world();
    const buildQueueConfiguration = "SKIP_NAMESPACE_QUEUE";
    const names = async () => (await acme.projects.list({ buildQueueConfiguration })).projects.map(({ name }) => name);
    expect(await names()).toEqual([]);
    const resourceConfig = { buildQueue: { configuration: buildQueueConfiguration } } as const;
    const project = await acme.projects.update({ idOrName, body: { resourceConfig } });
    expect(project.resourceConfig).toMatchObject({ ...resourceConfig, functionDefaultTimeout: 300 });
    expect(await names()).toEqual([idOrName]);
    const other = { ...resourceConfig, enableFunctionsBeta: true };
    await acme.projects.create({ body: { name: "pier-cam", resourceConfig: other, sandbox: { region: "iad1" } } });
    expect(await names()).toEqual(["pier-cam", idOrName]);
  });

  it("do not make custom environments", async () => {
    const { send, acme } = world();
    const body = { customEnvironments: [] };
    expect(await send("PATCH", `/v9/projects/${idOrName}?slug=acme`, body)).toMatchObject({ status: 200 });
    expect((await acme.projects.get({ idOrName })).customEnvironments).toHaveLength(1);
  });

  it("say from where environments may be deployed to", async () => {
    const { acme } = world();
    const policy = {
      deploymentPolicy: {
        deploymentSources: [
          { enabled: true, environments: [{ type: "system", target: "production" }], sources: ["git"] },
        ],
      },
    };
    expect(await acme.projects.update({ idOrName, body: policy })).toMatchObject(policy);
    const wrong = { deploymentPolicy: { gitSources: [{ enabled: true }] } };
    const error = await failure(acme.projects.update({ idOrName, body: wrong as never }));
    expect(isBadRequestError(error)).toBe(true);
  });
});
