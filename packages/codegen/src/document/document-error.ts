/** The document can't be turned into code. Its message is one line that names the operation and says what to do. */
export class DocumentError extends Error {
  override readonly name: string = "DocumentError";
}
