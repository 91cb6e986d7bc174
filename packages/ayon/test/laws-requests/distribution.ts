import type { LawWorld, RequestDraft, RequestMaker, RequestMakers } from "@fairlead/contract";
import { addonZip } from "../addon-zip.ts";

/** Requests about installers, packages and addons: files that are there, and a body that is an addon. */
export const distributionRequests: RequestMakers = {
  downloadInstaller: ({ world }) => withFile(world, "Installer"),
  uploadInstaller: ({ world }) => withFile(world, "Installer"),
  downloadDependencyPackage: ({ world }) => withFile(world, "DependencyPackage"),
  uploadDependencyPackage: ({ world }) => withFile(world, "DependencyPackage"),
  installAddon: () => ({ body: { mediaType: "application/octet-stream", value: addonZip("buoys", "0.1.0") } }),
  deleteAddonVersion: ofAddon("1.3.0"),
  getAddonSettings: ofAddon("1.2.0", { as: "1.3.0" }),
  updateAddonSettings: ofAddon("1.2.0"),
  getAddonProjectSettings: ofAddon("1.2.0", { as: "1.3.0" }),
};

/** A version is a member of its addon, and no entity that could be found. */
function ofAddon(addon_version: string, query: RequestDraft["query"] = {}): RequestMaker {
  return (_client, { path }) => ({ path: { ...path, addon_name: "harbour_tools", addon_version }, query });
}

/** The path of a package whose file is there. */
async function withFile(world: LawWorld, type: string): Promise<{ path: { filename: unknown } }> {
  const found = (await world.entities(type)).find(({ content }) => content !== null);
  if (found === undefined) throw new Error(`No ${type} of the seed has a file.`);
  return { path: { filename: found.filename } };
}
