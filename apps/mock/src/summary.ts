import { styleText } from "node:util";

/** One line of the table. */
export interface Row {
  /** What runs there: the docs, or the title of an API. */
  readonly title: string;
  /** Where. */
  readonly url: string;
  /** How many operations it has. */
  readonly operations?: number;
  /** The environment variable that moves it. */
  readonly variable: string;
}

/** Whether to colour: on a terminal that can, unless NO_COLOR is set and not empty. */
export function usesColour(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  return stream.isTTY === true && (env.NO_COLOR ?? "") === "" && env.TERM !== "dumb";
}

/** What is printed once everything runs: what answers, a table, and the line to paste where there is one. */
export function summary(title: string, rows: readonly Row[], curl: string | undefined, colour: boolean): string {
  const paint = (style: "bold" | "dim" | "cyan", text: string): string =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  const table = [
    ["", "where", "operations", "port variable"],
    ...rows.map((row) => [row.title, row.url, row.operations?.toString() ?? "", row.variable]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
  const lines = table.map(([title = "", url = "", operations = "", variable = ""], line) => {
    const [first = 0, second = 0, third = 0] = widths;
    const dim = (text: string): string => paint("dim", text);
    const link = url.padEnd(second);
    const cells = [
      paint("bold", title.padEnd(first)),
      line === 0 ? dim(link) : paint("cyan", link),
      line === 0 ? dim(operations.padStart(third)) : operations.padStart(third),
      dim(variable),
    ];
    return `  ${cells.join("  ")}`;
  });
  const paste = curl === undefined ? [] : ["", "  Try it:", "", `  ${curl}`];
  return ["", `  ${title}`, "", ...lines, ...paste, "", paint("dim", "  Ctrl-C stops all of it."), ""].join("\n");
}
