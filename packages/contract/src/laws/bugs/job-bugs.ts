import type { JobTable, OperationTable } from "@fairlead/sandbox/tables";
import { readPointer, writePointer } from "../document/pointer.ts";
import type { LawContext } from "../law-context.ts";
import type { LawWorld } from "../world.ts";
import { answerWith, bound, declaredAs, exampleOf, type Interceptor, intercept, jsonOf } from "./intercept.ts";
import type { PlantedBug } from "./planted-bug.ts";

function bug(
  law: string,
  what: string,
  make: (world: LawWorld, context: LawContext) => Interceptor,
  applies?: PlantedBug["applies"],
): PlantedBug {
  const plant: PlantedBug["plant"] = (open, context) => intercept(open, context, (world) => make(world, context));
  return { law, what, plant, ...(applies && { applies }) };
}

/** Whether a job gives the address of a file. */
const givesFile = ({ document }: LawContext): boolean =>
  [...document.jobResults.values()].some(({ kind }) => kind === "file");

/** A bug in what the answer to a job's status says. */
function inJobs(
  law: string,
  what: string,
  make: () => (json: unknown, table: JobTable, isEnd: boolean) => unknown,
): PlantedBug {
  return bug(law, what, (_, { tables }) => {
    const change = make();
    return async ({ next, operation }) => {
      const response = await next();
      const table = Object.values(tables.jobs).find(({ status }) => status.operationId === operation?.id);
      const json = table === undefined ? undefined : await jsonOf(response);
      if (table === undefined || !response.ok || json === undefined) return response;
      const state = table.states[String(readPointer(json, table.status.state))];
      return answerWith(response, { json: change(json, table, state !== undefined && "end" in state) });
    };
  });
}

const firstState = (table: JobTable): string => Object.keys(table.states)[0] ?? "";

/** Whether jobs are forgotten. */
const forgets = ({ tables }: LawContext): boolean =>
  Object.values(tables.jobs).some(({ keptMs }) => keptMs !== undefined);

/** Whether an operation tells the status of jobs that are forgotten. */
const tellsForgotten = (operation: OperationTable | undefined, { tables }: LawContext): operation is OperationTable =>
  Object.values(tables.jobs).some(({ status, keptMs }) => keptMs !== undefined && status.operationId === operation?.id);

/** Bugs of jobs. */
export const jobBugs: readonly PlantedBug[] = [
  inJobs("job_monotonic", "a job goes back to its first state", () => {
    let ends = 0;
    return (json, table, isEnd) =>
      isEnd && ++ends === 2 ? writePointer(json, table.status.state, firstState(table)) : json;
  }),
  inJobs("job_monotonic", "a job ends twice, each time otherwise", () => {
    let ends = 0;
    return (json, table, isEnd) => {
      const other = Object.entries(table.states).find(([, state]) => "end" in state && state.end === "failure")?.[0];
      return isEnd && ++ends > 1 ? writePointer(json, table.status.state, other) : json;
    };
  }),
  inJobs(
    "job_terminates",
    "a job never ends",
    () => (json, table, isEnd) => (isEnd ? writePointer(json, table.status.state, firstState(table)) : json),
  ),
  inJobs("job_terminates", "a job ends one read late", () => {
    let ends = 0;
    return (json, table, isEnd) =>
      isEnd && ++ends === 1 ? writePointer(json, table.status.state, firstState(table)) : json;
  }),
  {
    law: "job_terminates",
    what: "a planned failure does not come",
    plant: (open) => async () => ({ ...bound(await open()), planJob() {} }),
  },
  bug(
    "job_result_at_end",
    "the result is there at the start",
    (world, { document }) =>
      async ({ next, operation }) => {
        const response = await next();
        const [pointer] = document.jobResults.get(operation?.id ?? "")?.pointers ?? [];
        if (pointer === undefined || !response.ok) return response;
        return answerWith(response, {
          json: writePointer(await jsonOf(response), pointer, `${world.origin}/early.zip`),
        });
      },
    givesFile,
  ),
  bug(
    "job_result_at_end",
    "there is no result at the end",
    (_, { document, tables }) =>
      async ({ next, operation }) => {
        const response = await next();
        if (!Object.values(tables.jobs).some(({ status }) => status.operationId === operation?.id)) return response;
        let json = await jsonOf(response);
        for (const { pointers } of document.jobResults.values())
          for (const pointer of pointers) json = writePointer(json, pointer, undefined);
        return answerWith(response, { json });
      },
  ),
  bug(
    "job_result_at_end",
    "the result's address serves something else",
    () =>
      async ({ next, operation }) => {
        const response = await next();
        if (operation !== undefined) return response;
        return new Response("not what was said", { status: response.status, headers: response.headers });
      },
    givesFile,
  ),
  bug(
    "job_forgotten",
    "a job is never forgotten",
    (_, context) => {
      let known: unknown;
      return async ({ next, operation }) => {
        const response = await next();
        if (!tellsForgotten(operation, context)) return response;
        if (response.ok) known = await jsonOf(response);
        return response.status === 404 && known !== undefined
          ? answerWith(response, { status: 200, json: known })
          : response;
      };
    },
    forgets,
  ),
  bug(
    "job_forgotten",
    "a job that nobody looked at is never forgotten",
    (_, context) => {
      let isKnown = false;
      return async ({ next, operation }) => {
        const response = await next();
        if (!tellsForgotten(operation, context)) return response;
        isKnown ||= response.ok;
        return response.status === 404 && !isKnown ? exampleOf(response, operation, context) : response;
      };
    },
    forgets,
  ),
  bug(
    "job_forgotten",
    "a job is forgotten once its end was read",
    (_, context) => {
      let ends = 0;
      return async ({ next, operation }) => {
        const response = await next();
        if (!tellsForgotten(operation, context) || !response.ok) return response;
        const json = await jsonOf(response);
        const isOver = Object.values(context.tables.jobs).some(({ states, status }) => {
          const state = states[String(readPointer(json, status.state))];
          return status.operationId === operation?.id && state !== undefined && "end" in state;
        });
        return isOver && ++ends > 1
          ? declaredAs(response, { status: 404, response: operation.responses["404"] ?? "" }, context)
          : response;
      };
    },
    forgets,
  ),
];
