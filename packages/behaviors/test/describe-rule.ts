import { beforeAll, describe, expect, it } from "vitest";
import { type Finding, lint } from "./lint.ts";
import { type Edit, lineOf, museum } from "./museum.ts";

/** A mistake in the museum, and where and how the rule must name it. */
export interface Mistake {
  readonly edits: readonly Edit[];
  /** File of the finding, and a text that stands first on its line. */
  readonly at: readonly [file: string, text: string];
  /** What the message must contain. */
  readonly says: string;
  /** @default error */
  readonly severity?: "error" | "warn";
}

/** Tests a rule through the Redocly CLI: it names every mistake with file and line, and is silent on the clean museum. */
export function describeRule(rule: string, mistakes: Readonly<Record<string, Mistake>>): void {
  describe(rule, () => {
    const broken = Object.entries(mistakes).map(([title, mistake], index) => ({ title, ...mistake, id: `m${index}` }));
    let findings: Record<string, Finding[]> = {};
    beforeAll(() => {
      const documents = broken.map(({ id, edits }) => [id, museum(...edits)] as const);
      findings = lint({ clean: museum(), ...Object.fromEntries(documents) });
    }, 60_000);

    it("is silent on a clean document", () => {
      expect(findings.clean).toEqual([]);
    });
    it.each(broken)("names $title", ({ id, edits, at: [file, text], says, severity = "error" }) => {
      const line = lineOf(museum(...edits), file, text);
      const wanted = { rule, severity, file: file.split("/").at(-1), line, message: expect.stringContaining(says) };
      expect(findings[id]).toContainEqual(wanted);
    });
  });
}
