import { describeLaws } from "@fairlead/contract";
import { afterAll } from "vitest";
import { document, openWorlds, parameters, requests, tables } from "./laws-world.ts";

const { open, close } = await openWorlds("over HTTP");

// Fewer random cases and one operation of each quota class: the way over the socket is what is tried here.
describeLaws({
  name: "Vercel, over HTTP",
  tables,
  document,
  requests,
  parameters,
  world: open,
  runs: 4,
  exhaustive: false,
});

afterAll(close);
