import { parseEnv } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isEnvFileError } from "./env-file-error.ts";
import { formatEnvFile, formatEnvLine } from "./format-env-file.ts";
import { parseEnvFile } from "./parse-env-file.ts";

const parsed = (text: string) => Object.fromEntries(parseEnvFile(text).map(({ key, value }) => [key, value]));

/** The line that a text is refused for. */
function refusedLine(text: string): number | undefined {
  try {
    parseEnvFile(text);
  } catch (error) {
    if (isEnvFileError(error) && error.kind === "malformed") return error.line;
    throw error;
  }
  return undefined;
}

const keys = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,12}$/).filter((key) => key !== "__proto__");
/** Mostly what means something in such files. */
const values = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."'\"`\\nr#$={} \n\t;aZ0é⚓".split("")), maxLength: 12 }),
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
);

describe("a written file", () => {
  it("is read back the same by this parser and by Node's, and leaves out only what it names", () => {
    fc.assert(
      fc.property(fc.dictionary(keys, values, { maxKeys: 6, noNullPrototype: true }), (variables) => {
        const { text, written, unwritable } = formatEnvFile({ variables });
        expect([...written, ...unwritable].sort()).toEqual(Object.keys(variables).sort());
        const expected = Object.fromEntries(written.map((key) => [key, variables[key]]));
        expect(parsed(text)).toEqual(expected);
        expect({ ...parseEnv(text) }).toEqual(expected);
      }),
      { numRuns: 3000 },
    );
  });

  it("can hold every value that is one line or lacks a kind of quote", () => {
    fc.assert(
      fc.property(values, (value) => {
        fc.pre(!/[\r\0\p{Surrogate}]/u.test(value) && (!value.includes("'") || !value.includes("`")));
        expect(formatEnvLine("KEY", value)).toBeTypeOf("string");
      }),
      { numRuns: 1000 },
    );
  });

  it("has the usual quotes, and others only where those would change something", () => {
    const lines = [
      ["Hamburg", 'KEY="Hamburg"'],
      ["", 'KEY=""'],
      ["a # b", 'KEY="a # b"'],
      ["it's", `KEY="it's"`],
      ['{"a":1}', `KEY='{"a":1}'`],
      ["C:\\new", "KEY='C:\\new'"],
      ["$HOME", "KEY='$HOME'"],
      ["-----BEGIN\nx=1\n-----END", "KEY='-----BEGIN\nx=1\n-----END'"],
      [`"it's"`, 'KEY=`"it\'s"`'],
      ["it's `so`", 'KEY="it\'s `so`"'],
      ["it's `so`\\n", "KEY=it's `so`\\n"],
      [`it's "so" or \`so\``, `KEY=it's "so" or \`so\``],
    ] as const;
    for (const [value, line] of lines) {
      expect(formatEnvLine("KEY", value)).toBe(line);
      expect(parsed(line)).toEqual({ KEY: value });
    }
  });

  it("has comments for what has no value and for what no file can hold, and no text of a key counts", () => {
    const variables = { B: "1", RETURN: "a\r\nb", NUL: "\0", ALL: "'\"`\n", "7UP": "x", "X\nY": "z", "": "w" };
    const { text, written, unwritable } = formatEnvFile({ variables, unreadable: ["A", "Q\nR=1"] });
    expect(written).toEqual(["B"]);
    expect(unwritable).toEqual(["", "7UP", "ALL", "NUL", "RETURN", "X\nY"]);
    expect(parsed(text)).toEqual({ B: "1" });
    expect(text).toContain("# A has no value");
    expect(text).toContain("# RETURN has a name or a value");
    for (const line of text.trimEnd().split("\n")) expect(line).toMatch(/^(# |B=)/);
  });

  it("is the same whatever the order of its variables was", () => {
    const one = formatEnvFile({ variables: { A: "1", B: "2" }, unreadable: ["C", "0"] });
    expect(formatEnvFile({ variables: { B: "2", A: "1" }, unreadable: ["0", "C"] })).toEqual(one);
  });
});

describe("a file that people wrote", () => {
  it("is read with comments, blanks, exports, quotes and several lines", () => {
    const text = [
      "\uFEFF# The harbour",
      "CITY=Hamburg # on the Elbe",
      "",
      "  export PIER = 7  ",
      "EMPTY=",
      "BLANK= ",
      "QUOTED='a # b' # c",
      'LINES="a\\nb" ',
      "KEY='-----BEGIN",
      "A=B",
      "# no comment",
      "-----END'",
      "URL=https://example.com/?a=b&c='d'",
      "TAB=\t`x`",
      "NBSP=\u00a0x",
      "__proto__=1",
      "   # the end",
    ];
    const expected = [
      { key: "CITY", value: "Hamburg", line: 2 },
      { key: "PIER", value: "7", line: 4 },
      { key: "EMPTY", value: "", line: 5 },
      { key: "BLANK", value: "", line: 6 },
      { key: "QUOTED", value: "a # b", line: 7 },
      { key: "LINES", value: "a\nb", line: 8 },
      { key: "KEY", value: "-----BEGIN\nA=B\n# no comment\n-----END", line: 9 },
      { key: "URL", value: "https://example.com/?a=b&c='d'", line: 13 },
      { key: "TAB", value: "x", line: 14 },
      { key: "NBSP", value: "\u00a0x", line: 15 },
      { key: "__proto__", value: "1", line: 16 },
    ];
    for (const lineBreak of ["\n", "\r\n", "\r"]) expect(parseEnvFile(text.join(lineBreak))).toEqual(expected);
  });

  it("gives a variable that stands there twice twice", () => {
    expect(parseEnvFile("A=1\nB=2\nA=3")).toMatchObject([
      { key: "A", value: "1", line: 1 },
      { key: "B", line: 2 },
      { key: "A", value: "3", line: 3 },
    ]);
  });

  it("may begin with a byte order mark", () => {
    expect(parseEnvFile("\uFEFFA=1")).toEqual([{ key: "A", value: "1", line: 1 }]);
  });

  it("is empty without a line, and with comments alone", () => {
    for (const text of ["", "\n\n", "# A=1", " \t\n#"]) expect(parseEnvFile(text)).toEqual([]);
  });

  it("is refused with the line for what tools read in different ways, and no value shows", () => {
    const wrong: [text: string, line: number][] = [
      ["A=1\nhidden", 2],
      ["A=1\n\nB: hidden", 3],
      ["A='hidden", 1],
      ["A=1\nB=\"hidden\nC=1\nD='x'", 2],
      ["A='hidden'x", 1],
      ["A=\n\nB='it's hidden'", 3],
      ['A="a\\"hidden"', 1],
      ["=hidden", 1],
      ["MY KEY=hidden", 1],
    ];
    for (const [text, line] of wrong) {
      expect([text, refusedLine(text)]).toEqual([text, line]);
      expect(() => parseEnvFile(text)).not.toThrow(/hidden/);
    }
  });

  it("is read by Node in the same way where it is plain", () => {
    const plain = fc.stringMatching(/^[A-Za-z0-9_:/.@-]{1,12}$/);
    const quoted = fc.stringMatching(/^[A-Za-z0-9 #=$\n]{0,12}$/).map((text) => `'${text}'`);
    const line = fc
      .tuple(keys, fc.oneof(plain, quoted), fc.constantFrom("", " # why", " "))
      .map(([key, value, end]) => {
        return `${key}=${value}${end}`;
      });
    const text = fc.array(fc.oneof(line, fc.constantFrom("", "# A=1")), { maxLength: 8 }).map((all) => all.join("\n"));
    fc.assert(
      fc.property(text, (file) => {
        expect(parsed(file)).toEqual({ ...parseEnv(file) });
      }),
      { numRuns: 1000 },
    );
  });
});
