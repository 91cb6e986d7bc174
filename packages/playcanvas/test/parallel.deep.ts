import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createPlayCanvas } from "@fairlead/playcanvas";
import { startSandbox } from "@fairlead/sandbox";
import { expect, it } from "vitest";
import { startVitest } from "vitest/node";
import playcanvas from "../src/sandbox/index.ts";

const FILES = 100;
const root = fileURLToPath(new URL("../.parallel", import.meta.url));

it(`keeps ${FILES} parallel test files apart, each in its session of one sandbox process`, async () => {
  await using sandbox = await startSandbox({ apis: { playcanvas } });
  const { url } = sandbox.api.playcanvas;
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root);
  try {
    for (let file = 0; file < FILES; file++) {
      const text = `import { it } from "vitest";
import { programInItsSession } from "../test/parallel/program.ts";
it("sees its own session alone", () => programInItsSession(${JSON.stringify(url)}, "file-${file}"));
`;
      writeFileSync(`${root}/file-${file}.test.ts`, text);
    }
    const run = await startVitest("test", [], {
      root,
      config: false,
      watch: false,
      include: ["*.test.ts"],
      reporters: ["dot"],
      fileParallelism: true,
      pool: "threads",
      maxWorkers: 16,
      isolate: false,
    });
    const files = run.state.getTestModules();
    await run.close();
    expect(files).toHaveLength(FILES);
    expect(files.filter((file) => !file.ok()).map((file) => [file.moduleId, file.errors()])).toEqual([]);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  expect(sandbox.sessions.list()).toHaveLength(FILES + 1);
  const pc = createPlayCanvas({ auth: "shared-token-1", baseUrl: url });
  const names = (await pc.branches.list({ projectId: 691250 })).result.map(({ name }) => name);
  expect(names).not.toContain("the same in every file");
});
