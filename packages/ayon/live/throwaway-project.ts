import { type Ayon, isDuplicateError, newId } from "@fairlead/ayon";
import { afterAll, beforeAll } from "vitest";
import { openClient } from "./open-client.ts";

/** A project that a file of live tests made for itself. */
export interface ThrowawayProject {
  readonly ay: Ayon;
  /** Name of the project. */
  readonly project_name: string;
}

/** The names of the projects that this run has asked the server to make: all that it may delete. */
const made = new Set<string>();

/**
 * Makes a project for a file of tests, and removes it at its end, whatever has failed in between.
 * @returns What gives the project inside of a test.
 */
export function useThrowawayProject(): () => ThrowawayProject {
  const ay = openClient();
  let project_name: string | undefined;
  beforeAll(async () => {
    project_name = await makeProject(ay);
  });
  afterAll(async () => {
    try {
      if (project_name !== undefined) await removeProject(ay, project_name);
    } finally {
      await ay[Symbol.asyncDispose]();
    }
  });
  return () => {
    if (project_name === undefined) throw new Error("there is no project before the tests");
    return { ay, project_name };
  };
}

/**
 * Makes a project of the primary anatomy under a random name that is free.
 * @throws {FairleadError} The server did not make it. Where it may have, it is removed.
 */
export async function makeProject(ay: Ayon): Promise<string> {
  const id = newId();
  const name = `fairlead_live_${id.slice(0, 12)}`;
  if ((await ay.projects.get.safe({ project_name: name })).status !== 404) throw new Error(`${name} is not free`);
  const anatomy = await ay.anatomy.getPreset({ preset_name: "__primary__" });
  console.log(`The live tests work in the project ${name}; delete it if they break off.`);
  const outcome = await ay.projects.create.safe({ body: { name, code: `fl${id.slice(0, 8)}`, anatomy } });
  if (!outcome.ok) {
    // Without a clear answer the project may be there, and the name was free a moment ago. A duplicate is somebody else's.
    const mayBeThere = (outcome.status === 0 || outcome.status >= 500) && !isDuplicateError(outcome.error);
    if (mayBeThere && (await ay.projects.get.safe({ project_name: name })).ok) {
      made.add(name);
      await removeProject(ay, name);
    }
    throw outcome.error;
  }
  made.add(name);
  return name;
}

/**
 * Deletes a project of this run, and looks whether it is gone.
 * @throws {Error} This run did not make it, or it is still there.
 */
export async function removeProject(ay: Ayon, project_name: string): Promise<void> {
  if (!made.has(project_name)) throw new Error(`${project_name} was not made by this run, so it is left alone`);
  await ay.projects.delete({ project_name });
  const { status } = await ay.projects.get.safe({ project_name });
  const isListed = (await ay.projectNames()).includes(project_name);
  if (status !== 404 || isListed) throw new Error(`${project_name} is still there; delete it by hand`);
  made.delete(project_name);
}
