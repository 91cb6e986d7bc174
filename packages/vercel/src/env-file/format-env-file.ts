/** What to write into a file. */
export interface EnvFileContent {
  /** Values by key. */
  readonly variables: Readonly<Record<string, string>>;
  /** Keys whose values nobody can read; each is a comment in the file. */
  readonly unreadable?: readonly string[];
}

/** A file of variables. */
export interface FormattedEnvFile {
  /** What to write; the same for the same variables, whatever their order was. */
  readonly text: string;
  /** Keys of the variables that are in it. */
  readonly written: readonly string[];
  /** Keys of variables that no file can hold; each is a comment in it. */
  readonly unwritable: readonly string[];
}

/** Writes variables as a file that Node, dotenv and {@link parseEnvFile} read back, one after another by their names. */
export function formatEnvFile({ variables, unreadable = [] }: EnvFileContent): FormattedEnvFile {
  const written: string[] = [];
  const unwritable: string[] = [];
  const lines = [...new Set([...Object.keys(variables), ...unreadable])].sort().map((key) => {
    const value = Object.hasOwn(variables, key) ? variables[key] : undefined;
    if (value === undefined) return `# ${inComment(key)} has no value that can be read`;
    const line = formatEnvLine(key, value);
    (line === undefined ? unwritable : written).push(key);
    return line ?? `# ${inComment(key)} has a name or a value that a file can't hold`;
  });
  return { text: lines.map((line) => `${line}\n`).join(""), written, unwritable };
}

/** A line break would end the comment, and what follows would count. */
function inComment(key: string): string {
  return key.replace(/\s/g, " ");
}

/**
 * A variable as it stands in a file; `undefined` where none can hold it. These files know no escapes that all tools agree
 * on, so a value with all three kinds of quotes goes in only as one plain line. Carriage returns get lost in any form.
 */
export function formatEnvLine(key: string, value: string): string | undefined {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(key) || /[\r\0\p{Surrogate}]/u.test(value)) return undefined;
  const quote = quoteFor(value);
  return quote === undefined ? undefined : `${key}=${quote}${value}${quote}`;
}

/** The quote that leaves a value as it is, also in a shell where one does; none where it is fine without. */
function quoteFor(value: string): string | undefined {
  // The usual one, where nothing in it would mean something.
  if (!/["\\$`\n]/.test(value)) return '"';
  if (!value.includes("'")) return "'";
  if (!value.includes("`")) return "`";
  // Here `\n` would become a line break, and for dotenv `\r` a carriage return.
  if (!/"|\\[nr]/.test(value)) return '"';
  return /^[^\s#'"`](?:[^\n#]*[^\s#])?$/.test(value) ? "" : undefined;
}
