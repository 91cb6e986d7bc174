/** The kind of a value in lower case: `null`, `string`, `array`, `object` (a plain one), `blob`, `formdata`, `date`. */
export function kindOf(value: unknown): string {
  return {}.toString.call(value).slice(8, -1).toLowerCase();
}

/** Whether a value is text, a finite number or a boolean: all that a URL, a header or a form field can hold. */
export function isScalar(value: unknown): value is string | number | bigint | boolean {
  return /^(string|bigint|boolean)$/.test(typeof value) || Number.isFinite(value);
}
