/** The document that Prism should serve cannot be used: it is missing, unreadable or not an OpenAPI document. */
export class PrismDocumentError extends Error {
  /** Always `PrismDocumentError`. */
  override readonly name: string = "PrismDocumentError";
  /** Where the document was looked for: a path or URL, or `the given object`. */
  readonly document: string;

  constructor(document: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.document = document;
  }
}
