/**
 * A part of a session's state. `save` gives an immutable value at once, whatever its size, and `load` goes back to it;
 * a fork loads what the other session saved. The two JSON methods turn a saved value into plain data and back.
 */
export interface Forkable<Saved = unknown> {
  save(): Saved;
  load(saved: Saved): void;
  toJSON(saved: Saved): unknown;
  /** @throws {TypeError} It is not what `toJSON` gave. */
  fromJSON(json: unknown): Saved;
}
