import { comment, operationComment, tagSentence } from "./doc-comments.ts";
import type { OpenApiDocument } from "./document/document.ts";
import type { Operation } from "./document/operations.ts";
import { typeName } from "./type-name.ts";

/** `client.ts`: an interface per group with one member per operation, and the function that binds them all. */
export function clientInterface(document: OpenApiDocument, operations: readonly Operation[]): string {
  const groups = new Map<string, [Operation, ...Operation[]]>();
  for (const operation of operations) {
    const group = groups.get(operation.group);
    if (group === undefined) groups.set(operation.group, [operation]);
    else group.push(operation);
  }
  const names = operations.flatMap((operation) => [operation.id, `type ${typeName(operation, "Method")}`]);
  return [
    `import { bind, type Core } from "@fairlead/runtime";`,
    `import {\n${names.map((name) => `  ${name},\n`).join("")}} from "./operations.ts";\n`,
    ...[...groups].map(([name, members]) => groupInterface(document, name, members)),
    `/** The groups of the client, one per tag of the document. */\nexport interface Groups {\n${[...groups]
      .map(
        ([name, [{ tag }]]) =>
          `${comment(tagSentence(document, tag), "  ")}  readonly ${name}: ${interfaceName(name)};\n`,
      )
      .join("")}}\n`,
    `/** Binds every operation to a core client; sends nothing. */\nexport function groups(core: Core): Groups {\n  return {\n${[
      ...groups,
    ]
      .map(([name, members]) => `    ${name}: {\n${members.map(bound).join("")}    },\n`)
      .join("")}  };\n}\n`,
  ].join("\n");
}

function groupInterface(
  document: OpenApiDocument,
  name: string,
  members: readonly [Operation, ...Operation[]],
): string {
  const lines = members.map(
    (operation) =>
      `${operationComment(operation, "  ")}  readonly ${operation.member}: ${typeName(operation, "Method")};\n`,
  );
  return `${comment(tagSentence(document, members[0].tag))}export interface ${interfaceName(name)} {\n${lines.join("")}}\n`;
}

function interfaceName(group: string): string {
  return `${group[0]?.toUpperCase()}${group.slice(1)}Group`;
}

function bound(operation: Operation): string {
  return `      ${operation.member}: bind<${typeName(operation, "Method")}>(core, ${operation.id}),\n`;
}
