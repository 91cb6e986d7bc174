import { hasErrorName } from "../has-error-name.ts";
import { RequestError } from "./request-error.ts";

/** A value has the right type, but cannot be written into a request. Nothing was sent. */
export class SerializationError extends RequestError {
  static override readonly errorName: string = "SerializationError";
}

/** Whether a value is a {@link SerializationError}, also one of another installed copy. */
export function isSerializationError(value: unknown): value is SerializationError {
  return hasErrorName(value, "SerializationError");
}
