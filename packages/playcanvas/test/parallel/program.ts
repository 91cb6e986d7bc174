import { createPlayCanvas, isRateLimitError } from "@fairlead/playcanvas";
import { expect } from "vitest";

const project = { projectId: 691250 };
const settings = { project_id: 691250, name: "Harbour tour", scenes: [1203] };

/**
 * What each of many test files does in a session of its own on one sandbox process: things that would collide at once if
 * anything were shared, such as a branch of a unique name, the smallest quota and the clock.
 * @param url - Address of the sandbox.
 * @param id - The session to make.
 */
export async function programInItsSession(url: string, id: string): Promise<void> {
  await control(`${url}/__sandbox__/sessions`, { id });
  const session = `${url}/__s/${id}`;
  const pc = createPlayCanvas({ auth: "shared-token-1", baseUrl: session, retry: false, rateLimit: { mode: "off" } });
  const before = await pc.branches.list(project);
  const main = before.result[0];
  if (main === undefined) throw new Error("The project has no branch.");

  const branch = await pc.branches.create({
    body: { name: "the same in every file", projectId: 691250, sourceBranchId: main.id },
  });
  expect((await pc.branches.list(project)).result.map(({ id }) => id).sort()).toEqual(
    [...before.result.map(({ id }) => id), branch.id].sort(),
  );

  const jobs = [];
  for (let build = 0; build < 5; build++) jobs.push(await pc.apps.download({ body: settings }));
  expect(new Set(jobs.map(({ id }) => id)).size).toBe(5);
  const refused = await pc.apps.download.safe({ body: settings });
  expect(refused.ok ? undefined : isRateLimitError(refused.error)).toBe(true);

  const [job] = jobs;
  expect((await pc.jobs.get({ id: job?.id ?? 0 })).status).toBe("running");
  await control(`${session}/__sandbox__/sessions/${id}/clock/advance`, { by: "PT1M" });
  expect((await pc.jobs.get({ id: job?.id ?? 0 })).status).toBe("complete");
  expect((await pc.apps.download({ body: settings })).status).toBe("running");
}

async function control(url: string, body: object): Promise<void> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(response.ok, `${response.status} ${await response.clone().text()}`).toBe(true);
}
