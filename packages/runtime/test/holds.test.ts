import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const program = `
  import { asNothing, createCore, operation } from "${new URL("../src/index.ts", import.meta.url).href}";
  let sent = 0;
  const fetch = async () => new Response(null, { status: sent++ === 0 ? 503 : 204 });
  const core = createCore({ name: "n", version: "1", auth: "secret-token", baseUrl: "https://api.museum.test", fetch });
  await operation({ id: "visit", method: "GET", path: "/visit", parse: asNothing })(core);
  console.log("sent", sent);
`;

test("a program does not end while a call waits to be sent again", async () => {
  const run = promisify(execFile)(process.execPath, ["--input-type=module", "-e", program]);
  expect((await run).stdout).toBe("sent 2\n");
});
