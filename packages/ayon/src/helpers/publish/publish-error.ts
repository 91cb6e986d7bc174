import { FairleadError, isFairleadError } from "@fairlead/runtime";
import type { PublishedVersion } from "./published-version.ts";

/** Why a version was not published, or not whole; see {@link PublishError.kind}. */
export type PublishErrorKind = "folder" | "task" | "productType" | "upload";

/** What a {@link PublishError} tells. */
export interface PublishErrorFacts {
  readonly kind: PublishErrorKind;
  readonly published?: PublishedVersion | undefined;
}

/** A version was not published, or what belongs to it was not uploaded. */
export class PublishError extends FairleadError<PublishErrorFacts> {
  static override readonly errorName: string = "PublishError";

  /**
   * `folder`, `task`: the user sees no such one. `productType`: the product exists and is of another kind. With these
   * nothing was published. `upload`: the version is published, and its thumbnail or reviewable is not uploaded; `cause`
   * says why. Upload what is missing by itself: publishing again would make one more version.
   */
  declare readonly kind: PublishErrorKind;
  /** What is published in spite of the error, with the ids; only where `kind` is `upload`. */
  declare readonly published: PublishedVersion | undefined;

  constructor(text: string, facts: PublishErrorFacts, options?: ErrorOptions) {
    super(undefined, text, facts, options);
  }
}

/** Whether a value is a {@link PublishError}, also one of another installed copy. */
export function isPublishError(value: unknown): value is PublishError {
  return isFairleadError(value) && value.name === "PublishError";
}
