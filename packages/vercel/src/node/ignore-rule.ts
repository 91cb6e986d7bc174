import ignore from "ignore";

/** Whether a path of a folder is left out; that of a folder ends with a slash. */
export type IgnoreRule = (path: string) => boolean;

/**
 * What the vendor's own tool never uploads.
 * @see https://vercel.com/docs/builds/build-features
 */
const neverDeployed = [
  ".hg",
  ".git",
  ".gitmodules",
  ".svn",
  ".cache",
  ".next",
  ".now",
  ".vercel",
  ".npmignore",
  ".dockerignore",
  ".gitignore",
  ".*.swp",
  ".DS_Store",
  ".wafpicke-*",
  ".lock-wscript",
  ".env.local",
  ".env.*.local",
  ".venv",
  ".yarn/cache",
  ".pnp*",
  "npm-debug.log",
  "config.gypi",
  "node_modules",
  "__pycache__",
  "venv",
  "CVS",
  "/.vercelignore",
];

/**
 * Says what of a folder is left out. Rules are those of `.gitignore`, the last one that fits wins, and what the vendor's
 * tool leaves out stands before all others, so that a rule with `!` can take it back.
 * @param text - The text of `.vercelignore`.
 * @param more - Rules after those.
 */
export function ignoreRule(text: string, more: readonly string[]): IgnoreRule {
  const lines = [...neverDeployed, ...text.replace(/^\ufeff/, "").split(/\r?\n/), ...more];
  // A rule that begins with `./` would fit nothing, people write it, and the vendor's tool takes it without.
  const rules = ignore().add(lines.map((line) => line.replace(/^(!?)\.\//, "$1")));
  return (path) => rules.ignores(path);
}
