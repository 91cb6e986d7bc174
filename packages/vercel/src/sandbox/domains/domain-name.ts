/** Domains that the vendor itself gives names below of; the last is that of the documents' examples. */
const hosted: readonly string[] = ["vercel.app", "now.sh", "example.app"];

/** Suffixes of two labels below which domains are sold; the full list of public suffixes is far too long for a test. */
const longSuffixes: ReadonlySet<string> = new Set([
  ...["co.uk", "org.uk", "me.uk", "ac.uk", "com.au", "net.au", "org.au", "co.nz", "co.jp", "or.jp", "co.kr"],
  ...["com.br", "net.br", "co.in", "co.za", "com.mx", "com.ar", "com.tr", "com.cn", "com.hk", "com.sg", "co.il"],
]);

/**
 * A name of a domain as it is stored: in lower case, without a dot at its end, other alphabets in their ASCII form.
 * @returns Undefined for what is no domain that somebody could have; a name may begin with `*.`.
 */
export function readDomainName(text: string): string | undefined {
  const given = text.trim().toLowerCase().replace(/\.$/, "");
  const star = given.startsWith("*.") ? "*." : "";
  const name = toAscii(given.slice(star.length));
  return name !== undefined && isDomain(name) ? star + name : undefined;
}

/** The domain that a name is or is part of and that an account can have: `example.com` for `www.example.com`. */
export function apexOf(name: string): string {
  const labels = name.split(".");
  return labels.slice(longSuffixes.has(labels.slice(-2).join(".")) ? -3 : -2).join(".");
}

/** Whether the vendor gives the name away itself, so that no account has its apex. */
export function isHosted(name: string): boolean {
  return hosted.includes(apexOf(name));
}

function toAscii(name: string): string | undefined {
  if (/[\s/:@?#\\%[\]]/.test(name) || !URL.canParse(`http://${name}`)) return undefined;
  return new URL(`http://${name}`).hostname;
}

function isDomain(name: string): boolean {
  const labels = name.split(".");
  if (name.length > 253 || labels.length < 2 || longSuffixes.has(name)) return false;
  if (!labels.every((label) => label.length <= 63 && /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(label))) return false;
  return /[a-z]/.test(labels.at(-1) ?? "");
}
