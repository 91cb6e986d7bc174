import type { Answer, Call } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { withoutNulls } from "../../attrib.ts";
import type { User } from "../../entities.ts";
import { onServer, type Package, type PackageType } from "../../packages.ts";
import { fetchPackage } from "./fetch-package.ts";

type Registration = operations["createInstaller"] | operations["createDependencyPackage"];

/**
 * Registers a package under the name in the body; what is null is left out. With `force` it replaces an earlier one,
 * whose file stays.
 * @throws {Refusal} 409, the name is registered.
 */
export async function registerPackage(call: Call<Registration>, type: PackageType, caller: User): Promise<Answer> {
  const { store, body } = call;
  const { filename, sources = [], ...about } = body;
  const known = store.get(type, filename) as Package | undefined;
  if (known !== undefined && !isForced(call)) throw call.refuse(409, `${filename} is registered`);
  const elsewhere = sources.flatMap(({ type: kind, url }) =>
    kind === "server" ? [] : [withoutNulls({ type: "http", url })],
  );
  const content = known?.content ?? null;
  const members = {
    filename,
    ...withoutNulls(about),
    sources: [...(content === null ? [] : [onServer]), ...elsewhere],
    content,
    storedAt: known?.storedAt ?? 0,
  };
  if (known !== undefined) store.remove(type, known);
  const registered = store.create(type, members) as Package;
  const { url } = call.query ?? {};
  return call.reply({ eventId: url ? await fetchPackage(call, type, registered, url, caller) : null });
}

/** Whether the request replaces what is registered. */
export function isForced({ query }: Pick<Call<Registration>, "query">): boolean {
  return query?.force === true || query?.overwrite === true;
}
