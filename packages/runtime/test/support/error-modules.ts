import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** All that the files of src/errors export, by name, whichever entry passes it on. */
export const errorExports: Readonly<Record<string, unknown>> = Object.assign(
  {},
  ...(await Promise.all(
    readdirSync(fileURLToPath(new URL("../../src/errors", import.meta.url)), { recursive: true, encoding: "utf8" })
      .filter((file) => /(?<!\.test)\.ts$/.test(file))
      .map((file) => import(new URL(`../../src/errors/${file}`, import.meta.url).href)),
  )),
);
