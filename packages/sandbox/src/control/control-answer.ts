import type { ControlCall } from "./read-control-call.ts";

/** What a control request is answered with. */
export interface ControlAnswer {
  readonly status: number;
  /** Absent for no body. */
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What an operation of the control plane does. @throws {ControlProblem} It can't be done. */
export type ControlAction = (call: ControlCall) => ControlAnswer | Promise<ControlAnswer>;
