import type { Operation } from "./document/operations.ts";

/** The registered error codes, as the runtime's `ErrorStatus` has them. @see https://www.iana.org/assignments/http-status-codes */
const REGISTERED = [
  ...[400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418],
  ...[421, 422, 423, 424, 425, 426, 428, 429, 431, 451],
  ...[500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511],
];

/** The name of the type of the statuses that the `default` response of an operation stands for. */
export function otherStatusName(operation: Operation): string {
  return ["OtherThan", ...errorCodes(operation)].join("_");
}

/**
 * The types behind {@link otherStatusName}, one per list of declared errors. They are written out, because computing one
 * costs the checker some 400 instantiations in each file that uses `.safe`.
 */
export function otherStatusTypes(operations: readonly Operation[]): string[] {
  const types = new Map<string, string>();
  for (const operation of operations.filter(({ answers }) => answers.some(({ status }) => status === "default"))) {
    const listed = errorCodes(operation);
    const others = REGISTERED.filter((code) => !listed.includes(code));
    const name = otherStatusName(operation);
    const what =
      listed.length === 0 ? "All registered error codes." : `The registered error codes besides ${listed.join(", ")}.`;
    types.set(name, `/** ${what} */\ntype ${name} = ${others.join(" | ")};\n`);
  }
  return [...types.values()];
}

function errorCodes({ answers }: Operation): number[] {
  return answers.flatMap(({ status }) => (status !== "default" && status >= 400 ? [status] : [])).sort((a, b) => a - b);
}
