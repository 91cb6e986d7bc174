const plain = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const escaped = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/** What may come next. */
type Expected = "value" | "value or end" | "key" | "key or end" | "colon" | "comma or end" | "nothing";

/**
 * Where a text stops being JSON (RFC 8259): an index, that of its end where it stops too early. Undefined where it is
 * JSON. Engines name the place in different ways, or not at all.
 */
export function findJsonError(text: string): number | undefined {
  const open: ("]" | "}")[] = [];
  let expected: Expected = "value";
  let at = skipSpace(text, 0);
  for (let end = at; at < text.length; at = skipSpace(text, end)) {
    const sign = text.charAt(at);
    end = at + 1;
    if (expected === "colon" && sign === ":") expected = "value";
    else if (expected === "comma or end" && sign === ",") expected = open.at(-1) === "}" ? "key" : "value";
    else if (expected.endsWith("or end") && sign === open.at(-1)) {
      open.pop();
      expected = afterValue(open);
    } else if (expected.startsWith("key") && sign === '"') {
      const { index, broken } = readString(text, at);
      if (broken) return index;
      end = index;
      expected = "colon";
    } else if (!expected.startsWith("value")) return at;
    else if (sign === "[" || sign === "{") {
      open.push(sign === "[" ? "]" : "}");
      expected = sign === "[" ? "value or end" : "key or end";
    } else {
      const { index, broken } = sign === '"' ? readString(text, at) : readPlain(text, at);
      if (broken) return index;
      end = index;
      expected = afterValue(open);
    }
  }
  return expected === "nothing" ? undefined : text.length;
}

function afterValue(open: readonly string[]): Expected {
  return open.length === 0 ? "nothing" : "comma or end";
}

/** Reads a string that begins here: where it ends, or where it is broken. */
function readString(text: string, begin: number): { index: number; broken: boolean } {
  let index = begin + 1;
  while (index < text.length && text.charAt(index) !== '"') {
    if (text.charCodeAt(index) < 0x20) return { index, broken: true };
    const next = text.charAt(index) === "\\" ? matchEnd(escaped, text, index) : index + 1;
    if (next === index) return { index, broken: true };
    index = next;
  }
  return index < text.length ? { index: index + 1, broken: false } : { index, broken: true };
}

/** The same for a number or a word. */
function readPlain(text: string, begin: number): { index: number; broken: boolean } {
  const index = matchEnd(plain, text, begin);
  return { index, broken: index === begin };
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function skipSpace(text: string, at: number): number {
  let next = at;
  while (next < text.length && "\t\n\r ".includes(text.charAt(next))) next++;
  return next;
}
