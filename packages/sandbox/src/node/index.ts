/** What only Node, Deno and Bun can do: sockets and temporary files. `startSandbox` loads it when it needs it. */
export { keepMemorySmall } from "./keep-memory-small.ts";
export { type Listening, type ListenOptions, listen } from "./listen.ts";
export { NodeDigest } from "./node-digest.ts";
export { NodeSpool } from "./spool.ts";
