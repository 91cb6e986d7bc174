/** An answer of the sandbox itself broke the document: a fault of a hook, of seed data or of the engine, not of the caller. */
export class AnswerError extends Error {
  override readonly name: string = "AnswerError";
  /** What it breaks, one sentence each. */
  readonly violations: readonly string[];

  constructor(operationId: string, status: number, violations: readonly string[]) {
    super(
      `The sandbox answered ${operationId} with ${status} against its own document: ${violations.join("; ")}. ` +
        "This is a fault of the sandbox, its seed or a hook.",
    );
    this.violations = violations;
  }
}
