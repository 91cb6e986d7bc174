const secretWords = new Set(
  "authorization bearer cookie credential jwt passphrase passwd password pwd secret sig signature token".split(" "),
);
const secretKeys = new Set(["access", "api", "auth", "private", "secret", "signing"]);

/** What was found out of names: the same ones stand in every body. */
const known = new Map<string, boolean>();
/** The most names that are kept; callers make up names too. */
const MOST_KNOWN = 10_000;

/** Whether a value of this name is taken for a secret although nothing declares it: `accessToken`, `x-api-key`, `pwd`. */
export function isSecretName(name: string): boolean {
  let found = known.get(name);
  if (found !== undefined) return found;
  found = hasSecretWord(name);
  if (known.size < MOST_KNOWN) known.set(name, found);
  return found;
}

function hasSecretWord(name: string): boolean {
  const words = wordsOf(name);
  return words.some(
    (word, index) => secretWords.has(word) || (word === "key" && secretKeys.has(words[index - 1] ?? "")),
  );
}

/** Whether the name says that its value is a secret, and not something about one, as `tokenCount` does. */
export function endsAsSecret(name: string): boolean {
  const words = wordsOf(name);
  return hasSecretWord(words.slice(-2).join("-")) && (secretWords.has(words.at(-1) ?? "") || words.at(-1) === "key");
}

/** Whether a text is a secret by its form, whatever its name: credentials of a header, or a signed JSON token. */
export function isSecretText(text: string): boolean {
  return /^(Bearer|Basic) \S{4}/i.test(text) || /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/.test(text);
}

/** The words of a name in lower case and the singular: `apiKeys` and `X-Api-Key` both end with `api`, `key`. */
function wordsOf(name: string): string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .replace(/apikey/i, "api key")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== "")
    .map((word) => word.replace(/s$/, ""));
}
