import type { BatchOperation } from "../batch/batch-operation.ts";
import { newId } from "../new-id.ts";
import type { Place } from "./find-place.ts";
import type { PublishedRepresentation, PublishVersionInput } from "./publish-input.ts";
import type { PublishedVersion } from "./published-version.ts";

/** A publish that is ready to be sent. */
export interface WrittenPublish {
  /** The operations of its batch: the product where it is new, the version, the representations. */
  readonly operations: readonly BatchOperation[];
  /** What will be published, if all of it is done. */
  readonly published: PublishedVersion;
}

/** Writes the batch of a publish, with an id for everything. */
export function writePublish(
  input: PublishVersionInput,
  { folderId, taskId }: Place,
  found: string | undefined,
  version: number,
): WrittenPublish {
  const { product, comment, author, status, tags, attrib, data, representations = [] } = input;
  const { type: productType, ...rest } = product;
  const productId = found ?? newId();
  const versionId = newId();
  const operations: BatchOperation[] = [];
  if (found === undefined) {
    const newProduct = { ...rest, productType, folderId };
    operations.push({ type: "create", entityType: "product", entityId: productId, data: newProduct });
  }
  const newVersion = given({
    version,
    productId,
    taskId,
    author,
    status,
    tags,
    attrib: comment === undefined ? attrib : { ...attrib, comment },
    data,
  });
  operations.push({ type: "create", entityType: "version", entityId: versionId, data: newVersion });
  const made = representations.map((representation) => {
    const entityId = newId();
    const newRepresentation = { ...representation, versionId, files: filesOf(representation) };
    operations.push({ type: "create", entityType: "representation", entityId, data: newRepresentation });
    return { id: entityId, name: representation.name };
  });
  const published = {
    ...{ folderId, taskId, productId, isNewProduct: found === undefined, versionId, version },
    ...{ representations: made, thumbnailId: undefined, reviewable: undefined },
  };
  return { operations, published };
}

function filesOf({ files = [] }: PublishedRepresentation) {
  return files.map((file) => ({ id: newId(), name: file.path.split(/[\\/]/).pop() ?? "", ...file }));
}

/** Without the members that are not given. */
function given<T extends object>(members: T): { [Name in keyof T]: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as never;
}
