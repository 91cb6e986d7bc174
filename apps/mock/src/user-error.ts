/** A failure that the user can mend; it is printed as its message alone, one line, and the process ends with 1. */
export class UserError extends Error {
  /** Always `UserError`. */
  override readonly name: string = "UserError";
}
