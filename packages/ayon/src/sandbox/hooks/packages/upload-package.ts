import type { Hook, StoredFile } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { demandAdmin } from "../../caller.ts";
import { findPackage, type PackageType, withFile } from "../../packages.ts";

/** Keeps the bytes of a registered package; later ones replace earlier ones. */
export function uploadPackage(type: PackageType): Hook<operations["uploadInstaller"]> {
  return async (call) => {
    await demandAdmin(call);
    const { store, files, path } = call;
    const registered = findPackage(call, type, path.filename);
    // A raw body is a Blob by its type in the document, and a stored file in the sandbox.
    const { blob, size } = call.body as unknown as StoredFile;
    if (size === 0) throw call.refuse(400, "The file is empty");
    const file = await files.put(blob, { name: path.filename });
    store.update(type, registered, withFile(registered, file, call.clock.now()));
    return { status: 204 };
  };
}
