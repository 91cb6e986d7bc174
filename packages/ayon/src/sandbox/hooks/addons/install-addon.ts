import type { Call, JobHook, StoredFile } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { type AddonPackage, addonOfUrl, addonVersion, readAddonPackage } from "../../addon/addon-package.ts";
import { sortVersions } from "../../addon/sort-versions.ts";
import { zipEntries } from "../../addon/zip-entries.ts";
import { demandAdmin } from "../../caller.ts";
import type { Addon } from "../../entities.ts";
import { sha256 } from "../../secret-hash.ts";
import { fileNameOf } from "../packages/fetch-package.ts";

type Installation = operations["installAddon"];

const byInstaller = { sender: "background-installer", senderType: "system" };

/**
 * An installation. A ZIP is looked at before the answer. A sandbox reaches no other host: of an address it installs what
 * the request says that is there, or what the name of the file says. The addon is there when the event has ended,
 * because nothing here could start the server again.
 */
export const installAddon: JobHook<Installation> = {
  async start(call) {
    const caller = await demandAdmin(call);
    const { url, addonName, addonVersion: version } = call.query ?? {};
    const file = call.body as unknown as StoredFile | undefined;
    const install = url ? addonOfUrl(fileNameOf(url), addonName, version) : await inspect(call, file);
    const event = { user: caller.name, description: "The addon will be installed", install: install ?? null };
    if (url) return { ...event, topic: "addon.install_from_url", hash: await sha256(url), summary: { url } };
    const summary = { name: install?.name, version: install?.version };
    return { ...event, topic: "addon.install", hash: file?.sha256 ?? "", summary };
  },
  finish(job, { store }) {
    const install = job.install as AddonPackage | null;
    if (install === null) throw new Error("The file at the address holds no addon that the sandbox can name");
    const { name, version, title, hasClient } = install;
    const known = store.get("Addon", name) as Addon | undefined;
    const versions = sortVersions({ ...known?.versions, [version]: addonVersion(install) });
    const addonType = hasClient ? "pipeline" : "server";
    if (known === undefined) store.create("Addon", { name, title, description: "", versions, addonType });
    else store.update("Addon", known, { title, versions, addonType });
    return { ...byInstaller, description: `Addon ${name} ${version} is installed`, install: null };
  },
  fail: () => ({ ...byInstaller, install: null }),
};

/**
 * The addon in a ZIP. Bytes that are no ZIP hold no addon either: the server itself fails at them with 500, which of a
 * sandbox would read as a fault of its own.
 * @throws {Refusal} 400, there is no body; 409, it holds no addon.
 */
async function inspect(call: Call<Installation>, file: StoredFile | undefined): Promise<AddonPackage> {
  if (file === undefined || file.size === 0) throw call.refuse(400, "The file is empty");
  const bytes = new Uint8Array(await file.blob.arrayBuffer());
  const entries = zipEntries(bytes);
  const found = entries && (await readAddonPackage(bytes, entries));
  if (found === undefined) throw call.refuse(409, "The file is no addon that this server can use");
  return found;
}
