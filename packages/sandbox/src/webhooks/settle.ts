import type { ApiState } from "../session/session.ts";

/** Resolves when jobs whose time has come are moved on and no attempt to deliver is under way. */
export async function settle(states: readonly Pick<ApiState, "courier" | "watch">[]): Promise<void> {
  do {
    await Promise.all(states.map(({ watch }) => watch?.idle()));
    await Promise.all(states.map(({ courier }) => courier.settled()));
  } while (states.some(({ courier, watch }) => courier.isBusy || watch?.isBusy));
}
