import { type TestAPI, test } from "vitest";
import type { SandboxSession } from "./start/sandbox.ts";
import type { Apis, SandboxOptions } from "./start/sandbox-options.ts";
import { startSandbox } from "./start/start-sandbox.ts";

/**
 * Vitest's `test` with a fixture `sandbox`: a session of its own for each test, in one sandbox per worker that starts with
 * the first test that asks for it. Tests may run side by side; none sees what another one did.
 * @see https://vitest.dev/guide/test-context
 */
export function sandboxTest<const Served extends Apis>(
  options: SandboxOptions<Served>,
): TestAPI<{ sandbox: SandboxSession<Served> }> {
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures this one needs
  const withSandbox = test.extend("sandboxOfWorker", { scope: "worker" }, async ({}, { onCleanup }) => {
    const sandbox = await startSandbox(options);
    onCleanup(() => sandbox.close());
    return sandbox;
  });
  return withSandbox.extend("sandbox", async ({ sandboxOfWorker }, { onCleanup }) => {
    const session = sandboxOfWorker.session();
    onCleanup(() => session.close());
    return session;
  }) as unknown as TestAPI<{ sandbox: SandboxSession<Served> }>;
}
