/** Lines that begin something of their own in Markdown: a list item, heading, quote, table row, or indented code. */
const ownLine = /^(?: {4}|\t|\s*(?:[-*+>|#]|\d+[.)]\s))/;
const fence = /^\s*(?:```|~~~)/;
const data = new Set(["example", "examples", "default", "const", "enum", "value"]);

/**
 * Joins the lines of each Markdown paragraph. They look the same on a page, but the search of the reference runs the
 * words around a line break together and finds neither.
 */
export function unfold(markdown: string): string {
  let isCode = false;
  return markdown.split("\n").reduce((text, line) => {
    const last = text.slice(text.lastIndexOf("\n") + 1);
    const isFence = fence.test(line);
    const isJoined =
      !isCode &&
      !isFence &&
      text !== "" &&
      last.trim() !== "" &&
      line.trim() !== "" &&
      !endsBlock(last) &&
      !ownLine.test(line);
    if (isFence) isCode = !isCode;
    return isJoined ? `${text} ${line.trim()}` : `${text}${text === "" ? "" : "\n"}${line}`;
  }, "");
}

/** Unfolds every description of a document in place; what is data, such as an example's value, stays as it is. */
export function unfoldDescriptions(node: unknown): void {
  if (typeof node !== "object" || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === "description" && typeof value === "string") Object.assign(node, { description: unfold(value) });
    else if (!data.has(key)) unfoldDescriptions(value);
  }
}

/** Whether nothing can be joined to a line: a heading, a table row, a fence, or one with a hard break at its end. */
function endsBlock(line: string): boolean {
  return /^\s*[#|]/.test(line) || fence.test(line) || / {2}$|\\$/.test(line);
}
