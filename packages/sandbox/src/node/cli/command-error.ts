/** A failure that the user of the command can mend; it is printed as its message alone, and the process ends with 1. */
export class CommandError extends Error {
  override readonly name: string = "CommandError";
}
