import ts from "typescript";
import { isObject } from "./document/document.ts";

/**
 * The type of an open enum, `anyOf` of known texts and any text, or of a list of such: the texts, and `string & {}`, so
 * that an editor still offers what is known. A plain `string` would swallow the known ones.
 * @returns `undefined` for every other schema.
 */
export function openEnum(schema: object): ts.TypeNode | undefined {
  const { anyOf, type, items } = schema as { anyOf?: unknown; type?: unknown; items?: unknown };
  const item = type === "array" && isObject(items) ? openEnum(items) : undefined;
  if (item !== undefined) return ts.factory.createArrayTypeNode(item);
  if (!Array.isArray(anyOf) || anyOf.length !== 2) return undefined;
  const [known, any] = anyOf as unknown[];
  if (!isObject(known) || !isObject(any) || !Array.isArray(known.enum) || any.type !== "string") return undefined;
  if ("enum" in any || !known.enum.every((value) => typeof value === "string")) return undefined;
  const { factory } = ts;
  const literals = (known.enum as string[]).map((value) =>
    factory.createLiteralTypeNode(factory.createStringLiteral(value)),
  );
  const rest = factory.createIntersectionTypeNode([
    factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
    factory.createTypeLiteralNode([]),
  ]);
  return factory.createUnionTypeNode([...literals, rest]);
}
