/** How far a publish is. */
export type PublishProgress = PublishStep & {
  /** The same for people, such as `version 4` or `reviewable, 3.1 of 10.4 MB`. */
  readonly text: string;
};

/** A step of a publish. */
export type PublishStep =
  | {
      /** Folder, task, product and newest version are looked up. */
      readonly step: "find";
    }
  | {
      /** The version is made. It comes again with another number where somebody else was faster. */
      readonly step: "publish";
      /** Number of the version. */
      readonly version: number;
    }
  | {
      /** A file is on its way. */
      readonly step: "thumbnail" | "reviewable";
      /** Bytes that the connection has taken. */
      readonly sent: number;
      /** Bytes of the whole file. */
      readonly total: number;
    };

/** Tells a step, with its text. */
export type TellStep = (step: PublishStep) => void;

/** A step as a line for people. */
export function progressText(step: PublishStep): string {
  if (step.step === "find") return "looking up the product";
  if (step.step === "publish") return `version ${step.version}`;
  return `${step.step}, ${megabytes(step.sent)} of ${megabytes(step.total)} MB`;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
