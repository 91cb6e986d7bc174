import { isStoredFile } from "../engine/live-call.ts";
import { partsOf } from "../pointer.ts";
import type { Pointer } from "../tables/tables.ts";
import { mask } from "./mask.ts";
import { endsAsSecret, isSecretName, isSecretText } from "./secret-names.ts";
import type { Secrets } from "./secrets.ts";

/** Pointers on the way down, by the parts that are left. In a declaration an array stands for all of its items. */
type Paths = readonly (readonly string[])[];

/** Goes through a JSON value and copies it with its secrets masked, as far as it is not too long. */
export class ValueMask {
  readonly #secrets: Secrets;
  #left: number;
  readonly #isThorough: boolean;

  /**
   * @param secrets - Gets the secrets that are met.
   * @param characters - How many a copy may have, about.
   * @param isThorough - Whether to look for secrets in what is too long to be copied, too.
   */
  constructor(secrets: Secrets, characters: number, isThorough: boolean) {
    this.#secrets = secrets;
    this.#left = characters;
    this.#isThorough = isThorough;
  }

  /** Whether the value had more characters than allowed; what was copied then is worth nothing. */
  get isTooLong(): boolean {
    return this.#left < 0;
  }

  /**
   * The copy.
   * @param pointers - Where secrets stand by declaration; others are known by their names.
   */
  copy(value: unknown, pointers: readonly Pointer[]): unknown {
    return this.#copy(value, pointers.map(partsOf), undefined);
  }

  #copy(value: unknown, paths: Paths, name: string | undefined): unknown {
    if (value === null || value === undefined || (this.isTooLong && !this.#isThorough)) return value;
    if (paths.some((path) => path.length === 0)) return this.#hide(value);
    if (typeof value === "string") return isSecret(value, name) ? this.#hide(value) : this.#spend(value, value.length);
    if (typeof value === "number")
      return name !== undefined && endsAsSecret(name) ? this.#hide(value) : this.#spend(value, 8);
    if (typeof value !== "object") return this.#spend(value, 4);
    if (isStoredFile(value)) return this.#spend({ file: value.name, type: value.type, size: value.size }, 60);
    if (Array.isArray(value))
      return value.map((item, index) => this.#copy(item, into(paths, String(index), true), name));
    const copied: [string, unknown][] = [];
    for (const [key, member] of Object.entries(value)) {
      this.#left -= key.length + 4;
      copied.push([key, this.#copy(member, into(paths, key, false), isSecretName(key) ? key : name)]);
    }
    return Object.fromEntries(copied);
  }

  #spend<Value>(value: Value, characters: number): Value {
    this.#left -= characters + 2;
    return value;
  }

  /** Notes everything in the value as a secret. */
  #hide(value: unknown): string {
    if (typeof value === "object" && value !== null) for (const part of Object.values(value)) this.#hide(part);
    else this.#secrets.add(value);
    this.#left -= mask.length;
    return mask;
  }
}

/** @param name - The secret name that the value stands under, however deep. */
function isSecret(text: string, name: string | undefined): boolean {
  return text !== "" && (name !== undefined || isSecretText(text));
}

function into(paths: Paths, part: string, array: boolean): Paths {
  if (paths.length === 0) return paths;
  const inside = paths.filter(([first]) => first === part).map(([, ...rest]) => rest);
  return array ? [...inside, ...paths] : inside;
}

/** The JSON value with a change made to every text in it. */
export function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change));
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [change(key), mapTexts(member, change)]));
}
