/**
 * Thrown to answer a request with an error: the engine makes the body from what the operation declares for the status,
 * with `message` in the place where the vendor's error bodies have their text.
 */
export class Refusal extends Error {
  override readonly name: string = "Refusal";
  /** HTTP status, 400 to 599. */
  readonly status: number;
  /** Name of the declared response whose body is taken; without it, what the operation declares for the status. */
  readonly response: string | undefined;
  /** Name of the example of that response whose body is taken. @default the first one */
  readonly example: string | undefined;
  /** Members of the body besides its text, by pointer. */
  readonly members: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  /**
   * @param status - HTTP status, 400 to 599.
   * @param message - What is wrong, for people.
   */
  constructor(
    status: number,
    message: string,
    options: {
      readonly response?: string;
      readonly example?: string | undefined;
      readonly members?: Readonly<Record<string, unknown>>;
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ) {
    super(message);
    this.status = status;
    this.response = options.response;
    this.example = options.example;
    this.members = options.members ?? {};
    this.headers = options.headers ?? {};
  }
}
