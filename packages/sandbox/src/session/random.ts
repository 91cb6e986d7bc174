/** Random values that depend on nothing but the session's seed and a name: the same name gives the same value. */
export interface Random {
  /** A UUID, version 4. */
  uuid(name: string): string;
  /** Lower-case hexadecimal digits. */
  hex(name: string, length: number): string;
  /** Letters and digits. */
  token(name: string, length: number): string;
  /** An integer from `min` to `max`, both included. */
  integer(name: string, min: number, max: number): number;
}
