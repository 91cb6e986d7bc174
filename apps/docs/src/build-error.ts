/** A build that cannot go on; its message is the one line that a person needs. */
export class BuildError extends Error {
  override readonly name = "BuildError";
}
