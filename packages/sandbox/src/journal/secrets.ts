import { mask } from "./mask.ts";

/** Shorter values are masked where they stand, but not looked for elsewhere: they would turn up in half of all texts. */
const SHORTEST = 4;

/** The secrets of one exchange, which may turn up again where nobody expects them. */
export class Secrets {
  readonly #values = new Set<string>();
  /** The values, the longest first; made again when there is a new one. */
  #order: readonly string[] | undefined;
  #shortest: number = Number.POSITIVE_INFINITY;

  /** Notes a secret, and the forms that it has in an address and in JSON inside a text. */
  add(value: unknown): void {
    if (typeof value !== "string" && typeof value !== "number") return;
    const text = String(value);
    if (text.length < SHORTEST || this.#values.has(text)) return;
    this.#order = undefined;
    this.#shortest = Math.min(this.#shortest, text.length);
    this.#values.add(text);
    if (/^[\w.-]*$/.test(text)) return; // the same in every form
    const whole = text.replaceAll(/\p{Surrogate}/gu, "\ufffd"); // half a pair has no form in an address
    for (const form of [
      encodeURI(whole),
      encodeURIComponent(whole),
      encodeForm(whole),
      JSON.stringify(text).slice(1, -1),
    ])
      this.#values.add(form);
  }

  /** The text with every secret in it masked, the longest first. */
  hide(text: string): string {
    if (text.length < this.#shortest) return text;
    this.#order ??= [...this.#values].sort((a, b) => b.length - a.length);
    let hidden = text;
    for (const value of this.#order) if (hidden.includes(value)) hidden = hidden.replaceAll(value, mask);
    return hidden;
  }
}

function encodeForm(text: string): string {
  return new URLSearchParams([["", text]]).toString().slice(1);
}
