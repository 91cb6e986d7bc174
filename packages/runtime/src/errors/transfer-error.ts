import { FairleadError } from "./fairlead-error.ts";
import { hasErrorName } from "./has-error-name.ts";

/** Why a file is not what it should be; see {@link TransferError.kind}. */
export type TransferErrorKind = "checksum" | "size" | "resumeRefused";

/** A file came, and is not the one that was wanted. Nothing of it was kept. */
export class TransferError extends FairleadError<{ kind: TransferErrorKind }> {
  static override readonly errorName: string = "TransferError";

  /**
   * `checksum`: its bytes have another digest. `size`: it has more or fewer bytes. `resumeRefused`: the server does not
   * go on where a transfer broke off.
   */
  declare readonly kind: TransferErrorKind;
}

/** Whether a value is a {@link TransferError}, also one of another installed copy. */
export function isTransferError(value: unknown): value is TransferError {
  return hasErrorName(value, "TransferError");
}
