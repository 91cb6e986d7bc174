import type { Call, OperationShape } from "@fairlead/sandbox";
import type { Event, User } from "../../entities.ts";
import { type Package, type PackageType, withFile } from "../../packages.ts";
import { sha256 } from "../../secret-hash.ts";

const topics: Readonly<Record<PackageType, string>> = {
  Installer: "installer.install_from_url",
  DependencyPackage: "dependency_package.install_from_url",
};

/**
 * Stands for fetching the file of a package. A sandbox reaches no other host, so the file is a text that names the
 * address. Nothing declares a job for it: the event has ended when it is first read.
 * @returns Id of the event, the same one for the same address.
 */
export async function fetchPackage(
  call: Pick<Call<OperationShape>, "store" | "files" | "clock">,
  type: PackageType,
  registered: Package,
  url: string,
  caller: User,
): Promise<string> {
  const { store, files, clock } = call;
  const { filename } = registered;
  if (fileNameOf(url) === filename) {
    const file = await files.put(`The file at ${url}\n`, { name: filename });
    store.update(type, registered, withFile(registered, file, clock.now()));
  }
  const topic = topics[type];
  const hash = await sha256(url);
  const members = {
    topic,
    hash,
    user: caller.name,
    sender: "background-installer",
    senderType: "system",
    status: "finished",
    description: `The file ${filename} was fetched`,
    summary: { url },
  };
  const [known] = store.list("Event", { topic, hash });
  const event = known === undefined ? store.create("Event", members) : store.update("Event", known, members);
  return (event as Event).id;
}

/** The name that an address gives a file. */
export function fileNameOf(url: string): string {
  const [path = ""] = url.split(/[?#]/);
  const name = path.split("/").at(-1) ?? "";
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // a broken escape stands for itself
  }
}
