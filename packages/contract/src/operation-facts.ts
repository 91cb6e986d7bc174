import type { ApiError, CallOptions, Core, OtherStatus } from "@fairlead/runtime";

/**
 * What the types of an operation must say, as a type test writes it down: the same for the member of a client and for
 * the standalone function.
 * `ErrorBody` is the usual body of an error; `Special` has those that differ, by status.
 */
export interface OperationFacts<
  Input,
  Data,
  Ok extends number,
  Bad extends number,
  ErrorBody,
  Special = Record<never, never>,
> {
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
  errors: Bad extends number ? ApiError<Bad, BodyOf<Bad, ErrorBody, Special>> : never;
}

type BodyOf<Status, ErrorBody, Special> = Status extends keyof Special ? Special[Status] : ErrorBody;

/** The facts of a bound method, to be compared with {@link OperationFacts}. */
export type BoundFacts<M> = M extends {
  (input: infer Input, options?: CallOptions): Promise<infer Data>;
  safe(input: infer SafeInput, options?: CallOptions): Promise<infer Result>;
  full(input: infer Input, options?: CallOptions): Promise<infer Full>;
}
  ? [SafeInput] extends [Input]
    ? FactsOf<Input, Data, Result, Full>
    : "the inputs differ"
  : "not a method";

/** The facts of a standalone function, to be compared with {@link OperationFacts}. */
export type StandaloneFacts<F> = F extends {
  (core: Core, input: infer Input, options?: CallOptions): Promise<infer Data>;
  safe(core: Core, input: infer SafeInput, options?: CallOptions): Promise<infer Result>;
  full(core: Core, input: infer Input, options?: CallOptions): Promise<infer Full>;
}
  ? [SafeInput] extends [Input]
    ? FactsOf<Input, Data, Result, Full>
    : "the inputs differ"
  : "not a function";

interface FactsOf<Input, Data, Result, Full> {
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
