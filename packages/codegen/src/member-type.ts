import type { ItemPath } from "./document/item-path.ts";

/** The type of what stands at the end of a way through a type; a member that may be missing is taken as present. */
export function memberType(type: string, path: ItemPath): string {
  return path.reduce((found, { name, isRequired }) => {
    const member = `${found}[${JSON.stringify(name)}]`;
    return isRequired ? member : `(${member} & {})`;
  }, type);
}
