import {
  type BundledDocument,
  type LawWorld,
  type OpenWorld,
  type RequestMakers,
  readDocument,
} from "@fairlead/contract";
import { type Entity, type SandboxSession, startSandbox, type Tables } from "@fairlead/sandbox";
import ayon from "../src/sandbox/index.ts";
import { addonZip } from "./addon-zip.ts";

const bundled: BundledDocument = readDocument(new URL("../../../spec/ayon/dist/openapi.json", import.meta.url));
const job = { use: "installJob", result: "/description" };
const install = bundled.paths["/api/addons/install"];

/**
 * The bundled document, which the laws read besides the tables. One exception: a job without a result has no case under
 * the law on results, so that an installation is said to tell at its end what was installed.
 */
export const document: BundledDocument = {
  ...bundled,
  paths: {
    ...bundled.paths,
    "/api/addons/install": { ...install, post: Object.assign({}, install?.post, { "x-job": job }) },
  },
};

/**
 * What the laws are generated from, with three exceptions, each tried by a test of its own in `sandbox-*.test.ts`:
 * `createUser` answers without a body, in which the laws look for what was made; `listAnatomyPresets` has an order and
 * no pages, and they read an order on pages only; and they know no id that does not exist in the form of an event's, so
 * that any text passes for one here.
 */
export const tables: Tables = {
  ...ayon.tables,
  operations: ayon.tables.operations.map(({ resource, ...operation }) => {
    if (operation.id === "createUser") return operation;
    if (operation.id === "listAnatomyPresets" && resource !== undefined) {
      const { order: _order, ...use } = resource;
      return { ...operation, resource: use };
    }
    const parameters = operation.parameters.map((one) =>
      one.name === "event_id" ? { ...one, schema: { type: "string" } } : one,
    );
    return { ...operation, parameters, ...(resource && { resource }) };
  }),
};

/** Worlds of one sandbox: each is a session of its own, reached in process or over HTTP. */
export async function openWorlds(
  way: "in process" | "over HTTP",
): Promise<{ open: OpenWorld; close(): Promise<void> }> {
  const listen = way === "over HTTP";
  const sandbox = await startSandbox({ apis: { ayon }, listen, answers: listen ? "report" : "throw" });
  const open: OpenWorld = async () => worldOf(stocked(sandbox.session()), listen);
  return { open, close: () => sandbox.close() };
}

/** The world, with more of what no declared operation makes: laws that delete at random would run out of the seed's. */
function stocked(session: SandboxSession<{ ayon: typeof ayon }>): SandboxSession<{ ayon: typeof ayon }> {
  const { store } = session.api.ayon;
  for (const [type, key] of [
    ["Project", "name"],
    ["Installer", "filename"],
    ["DependencyPackage", "filename"],
  ] as const) {
    const [first] = store.list(type);
    for (let spare = 1; spare <= 8; spare += 1)
      store.create(type, { ...first, [key]: `spare_${spare}`, code: `spare_${spare}` });
  }
  const colleague = store.get("User", "compositor_1");
  for (let spare = 1; spare <= 8; spare += 1)
    store.create("User", { ...colleague, name: `spare_${spare}`, attrib: {}, ownAttrib: [] });
  return session;
}

function worldOf(session: SandboxSession<{ ayon: typeof ayon }>, listen: boolean): LawWorld {
  const api = session.api.ayon;
  return {
    fetch: async (request) => asMeant(await (listen ? fetch : api.fetch)(withoutDashes(request))),
    origin: api.url,
    token: () => api.token(),
    now: () => session.clock.now(),
    advance: (ms) => session.clock.advance(ms),
    planJob: (plan) => session.jobs.plan(plan),
    entities: (type) => api.store.list(type),
    add: (type, entities) => entities.map((entity) => api.store.create(type, named(entity))),
    journal: () => session.journal.list(),
    close: () => session.close(),
  };
}

/** The request, with the UUID that the laws take for an unknown event in the form that ids have here. */
function withoutDashes(request: Request): Request {
  const [before, id] = request.url.split("/api/events/");
  return id !== undefined && /^[0-9a-f-]{36}$/.test(id)
    ? new Request(`${before}/api/events/${id.replaceAll("-", "")}`, request)
    : request;
}

/**
 * The answer, with the status that it means: a duplicate that only the database notices is answered 500 with the code
 * 409 here, as the document has it, and the laws take any 500 for a failure.
 */
async function asMeant(response: Response): Promise<Response> {
  if (response.status !== 500) return response;
  const text = await response.text();
  const { code } = Object(JSON.parse(text)) as { code?: unknown };
  return new Response(text, { status: code === 409 ? 409 : 500, headers: response.headers });
}

/** An entity whose name no pattern of the document refuses: laws tell copies apart by a dash and a number. */
function named(entity: Entity): Entity {
  return typeof entity.name === "string" ? { ...entity, name: entity.name.replace(/\W/g, "_") } : entity;
}

/** The requests that no declaration gives: names that are free or that exist, and a body that is an addon. */
export const requests: RequestMakers = {
  async createProject(client, derived) {
    const value = derived.body?.value as { name: string; code: string };
    const number = (await client.world.entities("Project")).length;
    const free = { name: `${value.name}_${number}`, code: `${value.code}_${number}` };
    return {
      body: {
        mediaType: "application/json",
        value: { ...value, ...free, ...(knowsPreset(value) && { anatomyPreset: "commercials" }) },
      },
    };
  },
  createUser(_client, derived) {
    const value = derived.body?.value as { attrib?: { email?: string | null } };
    const email = `${derived.path.user_name}@example.com`;
    return {
      body: {
        mediaType: "application/json",
        value: { ...value, ...(value.attrib?.email && { attrib: { ...value.attrib, email } }) },
      },
    };
  },
  getAnatomyPreset: () => ({ path: { preset_name: "commercials" } }),
  downloadInstaller: (client) => withFile(client.world, "Installer"),
  uploadInstaller: (client) => withFile(client.world, "Installer"),
  downloadDependencyPackage: (client) => withFile(client.world, "DependencyPackage"),
  uploadDependencyPackage: (client) => withFile(client.world, "DependencyPackage"),
  installAddon: () => ({ body: { mediaType: "application/octet-stream", value: addonZip("buoys", "0.1.0") } }),
  deleteAddonVersion: () => ({ path: { addon_name: "harbour_tools", addon_version: "1.3.0" } }),
};

function knowsPreset(value: object): boolean {
  return "anatomyPreset" in value && Boolean(value.anatomyPreset);
}

/** The path of a package whose file is there. */
async function withFile(world: LawWorld, type: string): Promise<{ path: { filename: unknown } }> {
  const found = (await world.entities(type)).find(({ content }) => content !== null);
  if (found === undefined) throw new Error(`No ${type} of the seed has a file.`);
  return { path: { filename: found.filename } };
}
