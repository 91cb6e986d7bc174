import { type DocumentModel, documentModel } from "./document-model.ts";
import type { Location, VisitorFactory } from "./redocly-types.ts";

/** Takes one finding; the same message in the same place counts once. */
export type Report = (message: string, at: Location, severity?: "error" | "warn") => void;

/** A rule that judges a whole document, defaults expanded. */
export type Check = (document: DocumentModel, report: Report, options: Readonly<Record<string, unknown>>) => void;

/** Makes a Redocly rule from a check. It runs when the whole document has been read. */
export function rule(check: Check): VisitorFactory {
  return (options) => ({
    Root: {
      leave(root, context) {
        const seen = new Set<string>();
        const report: Report = (message, location, severity) => {
          const finding = `${location.absolutePointer} ${message}`;
          if (seen.has(finding)) return;
          seen.add(finding);
          context.report({ message, location, ...(severity && { forceSeverity: severity }) });
        };
        check(documentModel(root, context.location, context.resolve), report, options);
      },
    },
  });
}
