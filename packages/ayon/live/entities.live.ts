import {
  apiKey,
  type BatchOperation,
  createAyon,
  isAuthenticationError,
  isBatchError,
  isConflictError,
  isGraphqlError,
  isNotFoundError,
  isUnsupportedOperationError,
  newId,
} from "@fairlead/ayon";
import { describe, expect, it } from "vitest";
import { useThrowawayProject } from "./throwaway-project.ts";

const live = useThrowawayProject();

/** What a call failed with; undefined where it did not fail. */
const failure = (call: PromiseLike<unknown>) =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  );

/** The first folder type and task type of the project, since a studio names them as it likes. */
async function typesOf() {
  const { ay, project_name } = live();
  const { folderTypes, taskTypes } = await ay.projects.get({ project_name });
  return { folderType: folderTypes[0]?.name ?? "", taskType: taskTypes[0]?.name ?? "" };
}

/** Makes a folder, and gives its id. */
async function makeFolder(name: string, parentId?: string): Promise<string> {
  const { ay, project_name } = live();
  const { folderType } = await typesOf();
  const body = { name, folderType, ...(parentId !== undefined && { parentId }) };
  return (await ay.folders.create({ project_name, body })).id;
}

describe("the project", () => {
  it("is listed, is read, and has the types of the primary anatomy", async () => {
    const { ay, project_name } = live();
    expect(await ay.projectNames({ active: true })).toContain(project_name);
    expect(await ay.projects.get({ project_name })).toMatchObject({ name: project_name, active: true });
    const { folderType, taskType } = await typesOf();
    expect(folderType).toMatch(/./);
    expect(taskType).toMatch(/./);
    expect(await ay.projects.getAnatomy({ project_name })).toMatchObject({ folder_types: expect.any(Array) });
  });
});

describe("folders", () => {
  it("are made in each other, found by their path, changed and deleted", async () => {
    const { ay, project_name } = live();
    const shots = await makeFolder("shots");
    const shot = await makeFolder("sh010", shots);
    expect(await ay.folderByPath({ project_name, path: "/shots/sh010" })).toMatchObject({
      id: shot,
      path: "/shots/sh010",
    });
    expect(await ay.folderByPath({ project_name, path: "shots/sh999" })).toBeUndefined();
    await ay.folders.update({ project_name, folder_id: shot, body: { label: "Shot 010", attrib: { frameEnd: 1096 } } });
    const changed = await ay.folders.get({ project_name, folder_id: shot });
    expect(changed).toMatchObject({ label: "Shot 010", attrib: { frameEnd: 1096 }, ownAttrib: ["frameEnd"] });
    await ay.folders.update({ project_name, folder_id: shot, body: { attrib: { frameEnd: null } } });
    expect((await ay.folders.get({ project_name, folder_id: shot })).ownAttrib).toEqual([]);
    const { folders } = await ay.folders.list({ project_name });
    expect(folders.map(({ id }) => id)).toEqual(expect.arrayContaining([shots, shot]));
    const { hierarchy } = await ay.folders.hierarchy({ project_name });
    expect(hierarchy.find(({ id }) => id === shots)?.children.map(({ id }) => id)).toEqual([shot]);
    await ay.folders.delete({ project_name, folder_id: shots });
    expect(await failure(ay.folders.get({ project_name, folder_id: shot }))).toSatisfy(isNotFoundError);
  });

  it("have a name only once in a place", async () => {
    await makeFolder("unique");
    expect(await failure(makeFolder("unique"))).toSatisfy(isConflictError);
  });
});

describe("tasks", () => {
  it("are made, assigned, changed and deleted", async () => {
    const { ay, project_name } = live();
    const folderId = await makeFolder("with_tasks");
    const { taskType } = await typesOf();
    const { id: task_id } = await ay.tasks.create({ project_name, body: { name: "work", taskType, folderId } });
    const { name: me } = await ay.users.me();
    await ay.tasks.assign({ project_name, task_id, body: { mode: "add", users: [me] } });
    await ay.tasks.update({ project_name, task_id, body: { label: "The work", tags: ["live"] } });
    const task = await ay.tasks.get({ project_name, task_id });
    expect(task).toMatchObject({ name: "work", label: "The work", assignees: [me], tags: ["live"], folderId });
    const nodes = await ay.graphql.tasks.all({ project_name, assigneesAny: [me] });
    expect(nodes.map(({ id }) => id)).toEqual([task_id]);
    await ay.tasks.delete({ project_name, task_id });
    expect(await failure(ay.tasks.get({ project_name, task_id }))).toSatisfy(isNotFoundError);
  });
});

describe("batches", () => {
  const folder = (name: string, folderType: string): BatchOperation & { readonly entityId: string } => ({
    ...{ type: "create", entityType: "folder", entityId: newId(), data: { name, folderType } },
  });

  it.each(["at once", "in the background"])("keep all or nothing, or what succeeds, %s", async (way) => {
    const { ay, project_name } = live();
    const { folderType } = await typesOf();
    const apply = way === "at once" ? ay.applyBatch : ay.applyBatchInBackground;
    const prefix = way === "at once" ? "a" : "b";
    const first = folder(`${prefix}_first`, folderType);
    const { results } = await apply({ project_name, operations: [first] });
    expect(results).toMatchObject([{ outcome: "done", entityId: first.entityId }]);

    const operations = [
      folder(`${prefix}_second`, folderType),
      folder(`${prefix}_first`, folderType),
      folder(`${prefix}_third`, folderType),
    ];
    const strict = await failure(apply({ project_name, operations }));
    if (!isBatchError(strict)) throw strict;
    expect(strict.results.map(({ outcome }) => outcome)).toEqual(["undone", "failed", "skipped"]);
    expect(strict).toMatchObject({ failedCount: 1, keptCount: 0 });
    expect(await ay.folderByPath({ project_name, path: `${prefix}_second` })).toBeUndefined();

    const lenient = await failure(apply({ project_name, operations, canFail: true }));
    if (!isBatchError(lenient)) throw lenient;
    expect(lenient.results.map(({ outcome }) => outcome)).toEqual(["done", "failed", "done"]);
    expect(await ay.folderByPath({ project_name, path: `${prefix}_third` })).toMatchObject({
      id: operations[2]?.entityId,
    });
  });
});

describe("GraphQL lists", () => {
  it("give every row once, forwards and backwards, over several pages", async () => {
    const { ay, project_name } = live();
    const { folderType } = await typesOf();
    const parentId = await makeFolder("many");
    const names = ["s1", "s2", "s3", "s4", "s5", "s6", "s7"];
    const operations = names.map(
      (name): BatchOperation => ({ type: "create", entityType: "folder", data: { name, folderType, parentId } }),
    );
    await ay.applyBatch({ project_name, operations });
    const wanted = { project_name, parentIds: [parentId], sortBy: "name", fields: ["name"] } as const;
    const namesOf = async (list: AsyncIterable<{ readonly name: string }>) => {
      const found: string[] = [];
      for await (const { name } of list) found.push(name);
      return found;
    };
    expect(await namesOf(ay.graphql.folders({ ...wanted, first: 3 }))).toEqual(names);
    expect(await namesOf(ay.graphql.folders({ ...wanted, first: 7 }))).toEqual(names);
    expect(await namesOf(ay.graphql.folders({ ...wanted, last: 3 }))).toEqual(names.toReversed());
    const pages: number[] = [];
    for await (const { items } of ay.graphql.folders.pages({ ...wanted, first: 3 })) pages.push(items.length);
    expect(pages.slice(0, 3)).toEqual([3, 3, 1]);
  });

  it("run a document of one's own", async () => {
    const { ay, project_name } = live();
    const data = await ay.graphql("query ($name: String!) { project(name: $name) { name code } }", {
      name: project_name,
    });
    expect(data).toMatchObject({ project: { name: project_name } });
  });
});

describe("events", () => {
  it("tell of what was done in the project", async () => {
    const { ay, project_name } = live();
    const id = await makeFolder("eventful");
    const topics = ["entity.folder.created"];
    // The server writes them behind the answer.
    await expect
      .poll(async () => JSON.stringify(await ay.graphql.events.all({ projects: [project_name], topics })), {
        timeout: 20_000,
      })
      .toContain(id);
    const [newest] = (await ay.graphql.events({ projects: [project_name], topics, last: 1 })).nodes;
    expect(await ay.events.get({ event_id: newest?.id ?? "" })).toMatchObject({
      topic: topics[0],
      project: project_name,
    });
  });
});

describe("errors", () => {
  it("are typed as the document says", async () => {
    const { ay, project_name } = live();
    expect(await failure(ay.folders.get({ project_name, folder_id: newId() }))).toSatisfy(isNotFoundError);
    const nowhere = `fairlead_live_${newId().slice(0, 12)}`;
    const error = await failure(ay.folderByPath({ project_name: nowhere, path: "shots" }));
    expect(error).toSatisfy(isGraphqlError);
    expect(error).toMatchObject({ kind: "notFound" });
    expect(await failure(ay.request("PUT", "/api/info"))).toSatisfy(isUnsupportedOperationError);
    expect(await failure(ay.request("GET", `/api/projects/${project_name}/no_such_route`))).toSatisfy(isNotFoundError);
  });

  it("name a wrong key without showing it", async () => {
    const { ay } = live();
    const { AYON_SERVER_URL: baseUrl = "", AYON_ALLOW_HTTP } = process.env;
    const wrong = `invalid-${newId()}`;
    const stranger = createAyon({ baseUrl, auth: apiKey(wrong), allowInsecureHttp: AYON_ALLOW_HTTP === "1" });
    const error = await failure(stranger.users.me());
    expect(error).toSatisfy(isAuthenticationError);
    expect(`${error} ${JSON.stringify(error)}`).not.toContain(wrong);
    expect(await ay.users.me()).toHaveProperty("name");
  });
});
