import { setFlagsFromString } from "node:v8";

/**
 * Lets the memory of a program that serves stay small: V8 would let its space for new objects grow up to a hundred
 * megabytes under load, which a mock does not need. Programs call it first thing; a library must not.
 */
export function keepMemorySmall(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
}
