import type { ApiError, CallOptions, Core, components, OtherStatus } from "../../src/index.ts";

type S = components["schemas"];

/**
 * What a member of the client and the function of the same operation have in common.
 * `Special` has the errors whose body is not the usual one, by status.
 */
export interface Facts<Input, Data, Ok extends number, Bad extends number, Special = Record<never, never>> {
  input: Input;
  data: Data;
  /** Statuses of success, by `.safe` and by `.full`. */
  ok: Ok;
  full: Ok;
  fullData: Data;
  /** Each status that is told apart; the rest, and no answer at all, are one member each. */
  failures: Bad extends number ? [Bad] : never;
  rest: [OtherStatus<Bad>] | [0];
  /** The class and the body of each error that is told apart. */
  errors: Bad extends number ? ApiError<Bad, BodyOf<Bad, Special>> : never;
}

type BodyOf<Status, Special> = Status extends keyof Special ? Special[Status] : S["Error"];

/** The facts of a bound method. */
export type Bound<M> = M extends {
  (input: infer Input, options?: CallOptions): Promise<infer Data>;
  safe(input: infer SafeInput, options?: CallOptions): Promise<infer Result>;
  full(input: infer Input, options?: CallOptions): Promise<infer Full>;
}
  ? [SafeInput] extends [Input]
    ? FactsOf<Input, Data, Result, Full>
    : "the inputs differ"
  : "not a method";

/** The facts of a standalone function. */
export type Standalone<F> = F extends {
  (core: Core, input: infer Input, options?: CallOptions): Promise<infer Data>;
  safe(core: Core, input: infer SafeInput, options?: CallOptions): Promise<infer Result>;
  full(core: Core, input: infer Input, options?: CallOptions): Promise<infer Full>;
}
  ? [SafeInput] extends [Input]
    ? FactsOf<Input, Data, Result, Full>
    : "the inputs differ"
  : "not a function";

export interface FactsOf<Input, Data, Result, Full> {
  input: Input;
  data: Data;
  ok: Result extends { ok: true; status: infer Status } ? Status : never;
  full: Full extends { status: infer Status } ? Status : never;
  fullData: Full extends { data: infer FullData } ? FullData : never;
  failures: Result extends { ok: false; status: infer Status }
    ? IsOne<Status> extends true
      ? [Status]
      : never
    : never;
  rest: Result extends { ok: false; status: infer Status } ? (IsOne<Status> extends true ? never : [Status]) : never;
  errors: Result extends { ok: false; status: infer Status; error: infer E }
    ? IsOne<Status> extends true
      ? E
      : never
    : never;
}

/** Whether a status is a single one, and not that of an answer that never came. */
type IsOne<Status, All = Status> = Status extends 0 ? false : [All] extends [Status] ? true : false;
