import type { CallOptions, Core } from "@fairlead/runtime";
import { queryProducts, queryVersions } from "../../graphql/lists.ts";
import { PublishError } from "./publish-error.ts";
import type { PublishVersionInput } from "./publish-input.ts";

/** The product of a publish, as it is now. */
export interface FoundProduct {
  /** Its id; `undefined` where it has to be made. */
  readonly productId: string | undefined;
  /** The number that follows its highest version; 1 where it has none besides a hero version. */
  readonly nextVersion: number;
}

/**
 * Finds the active product of a name, in upper or lower case, and the number of its next version.
 * @throws {PublishError} It is of another kind.
 */
export async function findProduct(
  core: Core,
  { project_name, product: { name, type } }: PublishVersionInput,
  folderId: string,
  options: CallOptions,
): Promise<FoundProduct> {
  const wanted = { project_name, folderIds: [folderId], namesCi: [name], fields: productFields };
  const { nodes } = await queryProducts(core, wanted, options);
  const product = nodes.find((node) => node.active && node.name.toLowerCase() === name.toLowerCase());
  if (!product) return { productId: undefined, nextVersion: 1 };
  const { id: productId, productType } = product;
  if (productType !== type) {
    const text = `publish: the product ${name} is of type ${productType}, not ${type}; name another, or change its type`;
    throw new PublishError(text, { kind: "productType" });
  }
  const newest = { project_name, productIds: [productId], sortBy: "version", last: 1, fields: versionFields };
  const versions = await queryVersions(core, newest, options);
  // A hero version has a number below 0.
  return { productId, nextVersion: Math.max(0, versions.nodes[0]?.version ?? 0) + 1 };
}

const productFields = ["id", "name", "active", "productType"] as const;
const versionFields = ["version"] as const;
