import { describeLaws } from "@fairlead/contract";
import { afterAll } from "vitest";
import { document, openWorlds, requests, tables } from "./laws-world.ts";

const local = await openWorlds("in process");
const socket = await openWorlds("over HTTP");

// Ten times as many random cases as in the quick suite, and every operation over the socket too.
describeLaws({ name: "PlayCanvas, in process, deep", tables, document, requests, world: local.open, runs: 120 });
describeLaws({ name: "PlayCanvas, over HTTP, deep", tables, document, requests, world: socket.open, runs: 20 });

afterAll(async () => {
  await local.close();
  await socket.close();
});
