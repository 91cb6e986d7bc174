import { inspect } from "node:util";
import { type BundledDocument, operationsOf, readDocument } from "@fairlead/contract";
import { startSandbox } from "@fairlead/sandbox";
import vercel from "@fairlead/vercel/sandbox";
import { describe, expect, it } from "vitest";
import {
  AuthError,
  type Clock,
  type Core,
  createVercel,
  isPermissionDeniedError,
  RequestError,
  type VercelOptions,
} from "../src/index.ts";
import * as operations from "../src/operations.ts";
import { failure } from "./failure.ts";
import { inputs } from "./inputs.ts";

const auth = "a-secret-token";
const teamId = "team_1a79a4d60de6718e8e5b326e";
const other = "team_9c4e2d7f1b8a36504d2e9f13";
/** The real time; what is due comes at once. */
const clock: Clock = {
  now: () => Date.now(),
  after(delayMs, run) {
    // Limits of requests never pass here: only what is shorter than the shortest of them is a pause.
    if (delayMs >= 20_000) return () => {};
    const due = setImmediate(run);
    return () => clearImmediate(due);
  },
};
const document = readDocument(new URL("../../../spec/vercel/dist/openapi.json", import.meta.url));

interface Parameter {
  readonly name: string;
  readonly in: string;
}

/** The parameters of each operation, by operationId, as the document has them. */
function parametersOf(bundle: BundledDocument): Map<string, Parameter[]> {
  const named = (bundle.components as { parameters?: Record<string, Parameter> } | undefined)?.parameters ?? {};
  const resolve = (parameter: Parameter | { $ref: string }): Parameter => {
    const found = "$ref" in parameter ? named[parameter.$ref.replace("#/components/parameters/", "")] : parameter;
    if (found === undefined) throw new Error(`${JSON.stringify(parameter)} is not in the document.`);
    return found;
  };
  return new Map(
    [...operationsOf(bundle)].map(([id, operation]) => {
      const { parameters = [] } = operation as { parameters?: (Parameter | { $ref: string })[] };
      return [id, parameters.map(resolve)];
    }),
  );
}

const parameters = parametersOf(document);
const has = (operationId: string, name: string) =>
  parameters.get(operationId)?.some((parameter) => parameter.in === "query" && parameter.name === name) ?? false;

/** The addresses that a client sends requests to, each answered with an empty object. */
function recorded(options: Partial<VercelOptions> = {}) {
  const urls: URL[] = [];
  const fetch = async (url: string) => {
    urls.push(new URL(url));
    return Response.json({}, { headers: { "x-vercel-id": "iad1::h4rb7-1793797200000-0123456789ab" } });
  };
  return { urls, options: { auth, fetch, ...options } };
}

/** Whether the path of an operation names a team. */
function isAboutTeam(operationId: string): boolean {
  const [path] =
    Object.entries(document.paths).find(([, item]) =>
      Object.values(item).some((one) => one.operationId === operationId),
    ) ?? [];
  return path?.includes("{teamId}") === true;
}

/** Calls an operation without a team of its own in the input; gives the one address that it was sent to. */
async function sentTo(operationId: string, scope: Partial<VercelOptions>): Promise<URL> {
  const { urls, options } = recorded(scope);
  const call = (operations as unknown as Record<string, { safe(core: Core, input: unknown): Promise<unknown> }>)[
    operationId
  ];
  const input = Object.entries((inputs as Record<string, object | undefined>)[operationId] ?? {});
  const plain = Object.fromEntries(input.filter(([name]) => !has(operationId, name) || !/^(teamId|slug)$/.test(name)));
  await call?.safe(operations.createVercelCore(options), plain);
  const [url] = urls;
  if (url === undefined || urls.length > 1) throw new Error(`${operationId} sent ${urls.length} requests.`);
  return url;
}

describe("the team of a client", () => {
  it("is taken by most operations, and not by all", () => {
    const taking = [...parameters.keys()].filter((id) => has(id, "teamId"));
    expect(taking).toEqual(expect.arrayContaining(["listProjects", "createDeployment", "uploadFile"]));
    for (const id of ["getUser", "listTeams", "getTeam"]) expect(taking).not.toContain(id);
  });

  for (const operationId of operationsOf(document).keys()) {
    it(`goes with ${operationId} as the document has it`, async () => {
      const byId = await sentTo(operationId, { teamId });
      expect(byId.searchParams.getAll("teamId")).toEqual(has(operationId, "teamId") ? [teamId] : []);
      expect(byId.searchParams.has("slug")).toBe(false);
      const bySlug = await sentTo(operationId, { slug: "acme" });
      // A team in the path is the one that the call is about.
      const takesSlug = has(operationId, "slug") && !isAboutTeam(operationId);
      expect(bySlug.searchParams.getAll("slug")).toEqual(takesSlug ? ["acme"] : []);
      expect(bySlug.searchParams.has("teamId")).toBe(false);
      const personal = await sentTo(operationId, {});
      expect(personal.search).not.toMatch(/teamId|slug/);
      for (const url of [byId, bySlug]) expect(url.pathname).toBe(personal.pathname);
    });
  }

  it("gives way to that of a call", async () => {
    const { urls, options } = recorded({ teamId });
    const vc = createVercel(options);
    await vc.projects.get({ idOrName: "harbour-site", teamId: other });
    await vc.projects.get({ idOrName: "harbour-site" });
    expect(urls.map(({ search }) => search)).toEqual([`?teamId=${other}`, `?teamId=${teamId}`]);
  });

  it("is not sent beside that of a call which names it in the other way", async () => {
    const byId = recorded({ teamId });
    await createVercel(byId.options).projects.get({ idOrName: "harbour-site", slug: "lighthouse" });
    expect(byId.urls.map(({ search }) => search)).toEqual(["?slug=lighthouse"]);
    const bySlug = recorded({ slug: "acme" });
    await createVercel(bySlug.options).projects.get({ idOrName: "harbour-site", teamId: other });
    expect(bySlug.urls.map(({ search }) => search)).toEqual([`?teamId=${other}`]);
  });

  for (const scope of [{ teamId }, { slug: "acme" }]) {
    it(`is not sent beside the team that a call asks about: ${Object.keys(scope)}`, async () => {
      const { urls, options } = recorded(scope);
      await createVercel(options).teams.get({ teamId: other });
      expect(urls.map(({ pathname, search }) => pathname + search)).toEqual([`/v2/teams/${other}`]);
    });
  }

  it("goes with every page of a list", async () => {
    const pages = [
      { projects: [{ id: "prj_3", createdAt: 30 }], pagination: { count: 1, next: 30, prev: null } },
      { projects: [{ id: "prj_2", createdAt: 20 }], pagination: { count: 1, next: null, prev: 20 } },
    ];
    const searches: string[] = [];
    const fetch = async (url: string) => {
      searches.push(new URL(url).search);
      return Response.json(pages[searches.length - 1]);
    };
    const all = await createVercel({ auth, slug: "acme", fetch }).projects.list.all({ limit: 1 });
    expect(all.map(({ id }) => id)).toEqual(["prj_3", "prj_2"]);
    for (const search of searches) expect(new URLSearchParams(search).getAll("slug")).toEqual(["acme"]);
    expect(searches).toHaveLength(2);
  });

  const deployment = { id: "dpl_4Rk9zTf2QwE7xUa5mNc8vBj3", url: "harbour.example.app", readyState: "QUEUED" };
  for (const [what, scope, own, expected] of [
    ["that of the client", { teamId }, {}, `?teamId=${teamId}`],
    ["that of a call", { teamId }, { teamId: other }, `?teamId=${other}`],
    ["that of a call alone", {}, { slug: "lighthouse" }, "?slug=lighthouse"],
  ] as const) {
    it(`goes with the start of a job and with what tells its state: ${what}`, async () => {
      const urls: URL[] = [];
      const fetch = async (url: string) => {
        urls.push(new URL(url));
        return Response.json({ ...deployment, readyState: urls.length > 1 ? "READY" : "QUEUED" });
      };
      const vc = createVercel({ auth, ...scope, fetch, clock });
      const job = vc.deployments.create.wait({ body: { name: "harbour-site" }, ...own });
      expect(await job.done()).toMatchObject({ readyState: "READY" });
      await vc.deployments.create.wait.resume(job.serialize()).done();
      const status = `/v13/deployments/${deployment.id}${expected}`;
      expect(urls.map(({ pathname, search }) => pathname + search)).toEqual([
        `/v13/deployments${expected}`,
        status,
        status,
      ]);
    });
  }

  it("is not added to what request and raw are given", async () => {
    const { urls, options } = recorded({ teamId });
    const vc = createVercel(options);
    await vc.request("GET", "/v9/projects");
    await vc.request("GET", "/v9/projects", { query: { teamId } });
    await vc.raw.GET("/v9/projects/{idOrName}", { params: { path: { idOrName: "harbour-site" } } });
    expect(urls.map(({ pathname, search }) => pathname + search)).toEqual([
      "/v9/projects",
      `/v9/projects?teamId=${teamId}`,
      "/v9/projects/harbour-site",
    ]);
  });

  const wrong: [what: string, scope: object][] = [
    ["an empty id", { teamId: "" }],
    ["a blank slug", { slug: " " }],
    ["an id with a line break", { teamId: `${teamId}\n` }],
    ["an id that is no text", { teamId: 7 }],
    ["null", { slug: null }],
    ["both id and slug", { teamId, slug: "acme" }],
  ];
  for (const [what, scope] of wrong) {
    it(`is refused with a RequestError: ${what}`, () => {
      expect(() => createVercel({ auth, ...scope } as VercelOptions)).toThrow(RequestError);
      expect(() => operations.createVercelCore({ auth, ...scope } as VercelOptions)).toThrow(/teamId|slug/);
    });
  }

  it("is none where it is undefined, as a missing variable of the environment is", async () => {
    const { urls, options } = recorded({ teamId: undefined, slug: undefined });
    await createVercel(options).projects.get({ idOrName: "harbour-site" });
    expect(urls.map(({ search }) => search)).toEqual([""]);
  });
});

describe("the making of a client", () => {
  it("is for the vendor's server unless another is given", async () => {
    const { urls, options } = recorded();
    await createVercel(options).user.get();
    await createVercel({ ...options, baseUrl: undefined }).user.get();
    await createVercel({ ...options, baseUrl: "http://127.0.0.1:4010/base" }).user.get();
    expect(urls.map(({ href }) => href)).toEqual([
      "https://api.vercel.com/v2/user",
      "https://api.vercel.com/v2/user",
      "http://127.0.0.1:4010/base/v2/user",
    ]);
  });

  it("sends nothing", () => {
    const { urls, options } = recorded({ teamId });
    createVercel(options);
    expect(urls).toEqual([]);
  });

  for (const token of [undefined, "", " ", "two words"]) {
    it(`refuses ${JSON.stringify(token)} as a token`, () => {
      expect(() => createVercel({ auth: token })).toThrow(AuthError);
    });
  }

  for (const baseUrl of ["http://api.vercel.com", "api.vercel.com", "https://api.vercel.com?teamId=x", "ftp://a.b"]) {
    it(`refuses ${baseUrl} as the server`, () => {
      expect(() => createVercel({ auth, baseUrl })).toThrow(RequestError);
    });
  }
});

describe("an answer", () => {
  it("tells the server's name of its request", async () => {
    const { options } = recorded();
    const { meta } = await createVercel(options).user.get.full();
    expect(meta.requestId).toBe("iad1::h4rb7-1793797200000-0123456789ab");
  });

  it("is a PermissionDeniedError where the token is bad, and the token shows nowhere", async () => {
    await using sandbox = await startSandbox({ apis: { vercel } });
    const token = "invalid-0123456789abcdef";
    const vc = createVercel({ auth: token, baseUrl: sandbox.api.vercel.url });
    const error = await failure(vc.projects.list());
    expect(error).toSatisfy(isPermissionDeniedError);
    expect(error).toMatchObject({ status: 403, retryable: false, attempts: 1, body: { error: { code: "forbidden" } } });
    const shown = [vc, vc.projects, error].map((value) => inspect(value, { depth: 9, showHidden: true }));
    const text = [...shown, JSON.stringify(error), String(error), (error as Error).stack].join("\n");
    expect(text).toContain("PermissionDeniedError");
    expect(text).not.toContain(token);
  });
});
