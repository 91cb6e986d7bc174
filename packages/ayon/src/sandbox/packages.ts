import type { Call, Entity, OperationShape, StoredFile } from "@fairlead/sandbox";
import type { DependencyPackage, Installer } from "./entities.ts";

/** The resources that stand for a file. */
export type PackageType = "Installer" | "DependencyPackage";

/** What both have in common. */
export type Package = Installer | DependencyPackage;

/** How the list of sources names this server. */
export const onServer: Package["sources"][number] = { type: "server" };

/** A package by its name. @throws {Refusal} 404, none is registered under it. */
export function findPackage(
  { store, refuse }: Pick<Call<OperationShape>, "store" | "refuse">,
  type: PackageType,
  filename: string,
): Package {
  const found = store.get(type, filename) as Package | undefined;
  if (found === undefined) throw refuse(404, `Nothing is registered as ${filename}`);
  return found;
}

/** The members of a package that change when its bytes come. */
export function withFile({ sources }: Pick<Package, "sources">, { sha256 }: StoredFile, storedAt: number): Entity {
  const others = sources.filter(({ type }) => type !== onServer.type);
  return { content: sha256, storedAt, sources: [onServer, ...others] };
}
