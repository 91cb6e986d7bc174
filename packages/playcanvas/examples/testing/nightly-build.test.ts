// A test of your own program: no account, no network, no waiting.
import { createPlayCanvas, isRateLimitError } from "@fairlead/playcanvas";
import playcanvas from "@fairlead/playcanvas/sandbox";
import { startSandbox } from "@fairlead/sandbox";
import { expect, it } from "vitest";

it("builds the app, fetches the ZIP, and meets the quota", async () => {
  await using sandbox = await startSandbox({ apis: { playcanvas } });
  const { url, token } = sandbox.api.playcanvas;
  // The sandbox has a clock of its own, which the client's waits know nothing of.
  const pc = createPlayCanvas({ baseUrl: url, auth: token(), retry: false, rateLimit: { mode: "off" } });
  const { result } = await pc.scenes.list({ projectId: 691250 });
  const body = { project_id: 691250, name: "Nightly build", scenes: result.map(({ id }) => id) };

  const { id, status } = await pc.apps.download({ body });
  expect(status).toBe("running");
  sandbox.clock.advance("PT4S");
  const { data = {} } = await pc.jobs.get({ id });
  const address = "download_url" in data ? String(data.download_url) : "";
  const zip = await fetch(address);
  expect([zip.status, zip.headers.get("content-type")]).toEqual([200, "application/zip"]);

  for (let builds = 1; builds < 5; builds += 1) await pc.apps.download({ body });
  await expect(pc.apps.download({ body })).rejects.toSatisfy(isRateLimitError); // the sixth of a minute
  sandbox.clock.advance("PT1M");
  expect((await pc.apps.download({ body })).status).toBe("running");
});
