import type { Tables } from "@fairlead/sandbox/tables";
import { readPointer, writePointer } from "../document/pointer.ts";
import { isObject } from "../document/shapes.ts";
import type { LawContext } from "../law-context.ts";
import type { LawWorld, WorldEntity } from "../world.ts";
import { answerWith, bound, exampleOf, type Interceptor, intercept, jsonOf } from "./intercept.ts";
import type { PlantedBug } from "./planted-bug.ts";

function bug(law: string, what: string, make: (world: LawWorld, context: LawContext) => Interceptor): PlantedBug {
  return { law, what, plant: (open, context) => intercept(open, context, (world) => make(world, context)) };
}

/** Bugs of what is remembered: entities, keys, sessions, the journal. */
export const stateBugs: readonly PlantedBug[] = [
  bug("create_then_get_equal", "what is read is not what was sent", (_, { tables }) => async ({ next, operation }) => {
    const response = await next();
    const { type = "", action, result = "" } = operation?.resource ?? {};
    // Lists are read where nothing else shows an entity.
    const json = action === "get" || (action === "list" && !hasGet(type, tables)) ? await jsonOf(response) : undefined;
    if (!isObject(json) || !response.ok) return response;
    const pointer = operation?.pagination?.items ?? result;
    const items = action === "list" ? readPointer(json, pointer) : undefined;
    const changed = Array.isArray(items)
      ? writePointer(
          json,
          pointer,
          items.map((item) => (isObject(item) ? changeTexts(item) : item)),
        )
      : changeTexts(json);
    return answerWith(response, { json: changed });
  }),
  {
    ...bug("create_then_get_equal", "what was created is not there", () => async ({ next, operation }) => {
      const response = await next();
      return operation?.resource?.action === "get" && response.ok
        ? answerWith(response, { status: 404, json: { error: "gone" } })
        : response;
    }),
    applies: ({ tables }) =>
      tables.operations.some(({ resource }) => resource?.action === "create" && hasGet(resource.type, tables)),
  },
  bug("patch_is_partial", "an update resets what it does not name", (_, { tables }) => {
    let wasUpdated = false;
    return async ({ next, operation }) => {
      const response = await next();
      const { action, type = "" } = operation?.resource ?? {};
      wasUpdated ||= action === "update";
      const json = wasUpdated && action === "get" && response.ok ? await jsonOf(response) : undefined;
      if (!isObject(json)) return response;
      const { created } = tables.resources[type]?.times ?? {};
      return answerWith(response, {
        json: created === undefined ? changeTexts(json) : writePointer(json, created, "2001-01-01T00:00:00.000Z"),
      });
    };
  }),
  bug(
    "patch_is_partial",
    "an update is not kept",
    (_, context) =>
      async ({ next, operation, request, world, path }) => {
        if (operation?.resource?.action !== "update") return next();
        const response = await next(
          new Request(`${world.origin}/no/such/path`, { method: "PATCH", headers: request.headers, body: "{}" }),
        );
        await request.arrayBuffer();
        return exampleOf(Object.keys(path).length > 0 ? response : response, operation, context);
      },
  ),
  bug(
    "delete_then_404",
    "what was deleted is still there",
    (_world, context) =>
      async ({ next, operation, request }) => {
        if (operation?.resource?.action !== "delete") return next();
        return exampleOf(
          await next(new Request(request.url, { method: "HEAD", headers: request.headers })),
          operation,
          context,
        );
      },
  ),
  {
    law: "delete_cascades",
    what: "what belongs to a deleted entity stays",
    plant: (open) => async () => {
      const world = await open();
      const known = new Map<string, Map<string, WorldEntity>>();
      const entities = async (type: string): Promise<WorldEntity[]> => {
        const all = known.get(type) ?? new Map<string, WorldEntity>();
        known.set(type, all);
        for (const entity of await world.entities(type)) all.set(JSON.stringify(entity), entity);
        return [...all.values()];
      };
      return { ...bound(world), entities };
    },
  },
  bug("unique_conflict", "the same name is taken twice", () => {
    const made = new Map<string, { status: number; text: string }>();
    return async ({ next, operation }) => {
      const response = await next();
      if (operation?.resource?.action !== "create") return response;
      const { status } = response;
      if (response.ok) made.set(operation.id, { status, text: await response.clone().text() });
      const first = made.get(operation.id);
      return response.ok || first === undefined ? response : answerWith(response, first);
    };
  }),
  bug(
    "idempotent_replay",
    "a repeated key makes something again",
    (_, { tables }) =>
      ({ next, operation, request }) => {
        const table = tables.idempotency[operation?.idempotency ?? ""];
        const headers = new Headers(request.headers);
        if (table !== undefined) headers.delete(table.header);
        return next(new Request(request, { headers }));
      },
  ),
  bug(
    "idempotent_replay",
    "a repeat has the status of the first answer",
    (_, { tables }) =>
      async ({ next, operation }) => {
        const response = await next();
        const table = tables.idempotency[operation?.idempotency ?? ""];
        return table !== undefined && response.status === table.replayStatus
          ? answerWith(response, { status: 201, json: await jsonOf(response) })
          : response;
      },
  ),
  {
    law: "session_isolation",
    what: "the session of a request is ignored",
    plant(open) {
      let first: LawWorld | undefined;
      return async () => {
        const world = await open();
        const shared = first ?? world;
        first = shared;
        return {
          ...bound(world),
          fetch: (request) => {
            if (!request.url.startsWith(`${world.origin}/`)) return shared.fetch(request);
            const target = request.url.slice(world.origin.length);
            return shared.fetch(new Request(`${shared.origin}${target}`, request));
          },
          close() {},
        };
      };
    },
  },
  {
    law: "sensitive_masked",
    what: "the credential stands in the journal",
    plant: (open) => async () => {
      const world = await open();
      return {
        ...bound(world),
        journal: async () => [await world.journal(), { authorization: `Bearer ${world.token()}` }],
      };
    },
  },
  {
    law: "sensitive_masked",
    what: "bodies stand in the journal as they are",
    applies: ({ tables }) =>
      tables.operations.some(({ sensitive }) => sensitive?.request !== undefined || sensitive?.response !== undefined),
    plant: (open) => async () => {
      const world = await open();
      const bodies: string[] = [];
      const fetch = async (request: Request): Promise<Response> => {
        bodies.push(await request.clone().text());
        const response = await world.fetch(request);
        bodies.push(await response.clone().text());
        return response;
      };
      return { ...bound(world), fetch, journal: async () => [await world.journal(), bodies] };
    },
  },
];

/** Whether an operation shows one entity of a type. */
function hasGet(type: string, { operations }: Tables): boolean {
  return operations.some(({ resource }) => resource?.type === type && resource.action === "get");
}

/** The value with something added to each of its own texts. */
function changeTexts(json: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => [name, typeof value === "string" ? `${value}x` : value]),
  );
}
