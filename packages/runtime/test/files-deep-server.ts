// A server of its own process: it makes 400 MB for each GET, and counts and hashes what is uploaded.
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { blockOf, SIZE } from "./files-deep-content.ts";

const server = createServer(async (request, response) => {
  if (request.method === "GET") {
    response.writeHead(200, { "content-type": "application/octet-stream", "content-length": SIZE });
    for (let at = 0; at < SIZE; at += blockOf(at).length) {
      if (!response.write(blockOf(at))) await new Promise((resolve) => response.once("drain", resolve));
    }
    response.end();
    return;
  }
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length;
    hash.update(chunk as Buffer);
  }
  response.writeHead(200, { "content-type": "application/json" });
  response.end(
    JSON.stringify({ bytes, length: Number(request.headers["content-length"]), sha256: hash.digest("hex") }),
  );
});
server.listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port));
