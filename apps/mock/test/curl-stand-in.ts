// Does what `curl` does with the flags of our lines, and prints the status: the tests need a shell, but no curl.
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { header: { type: "string", short: "H", multiple: true, default: [] } },
});
const headers = values.header.map((line): [string, string] => {
  const colon = line.indexOf(": ");
  return [line.slice(0, colon), line.slice(colon + 2)];
});
const [url = "", ...more] = positionals;
if (more.length > 0) throw new Error(`one URL expected, not ${JSON.stringify(positionals)}`);
const response = await fetch(url, { headers });
process.stdout.write(String(response.status));
