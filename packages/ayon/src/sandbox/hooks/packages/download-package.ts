import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { demandMember } from "../../caller.ts";
import { findPackage, type PackageType } from "../../packages.ts";

/**
 * Gives the bytes of a package, under the one media type that is declared for them. The engine cuts the part that was
 * asked for, and answers `If-None-Match`, which the server itself does not heed.
 */
export function downloadPackage(type: PackageType): Hook<operations["downloadInstaller"]> {
  return async (call) => {
    await demandMember(call);
    const { filename } = call.path;
    const { content, storedAt } = findPackage(call, type, filename);
    const file = content === null ? undefined : call.files.get(content);
    if (file === undefined) throw call.refuse(404, `The server has no file ${filename}`);
    const headers = {
      // The name of a kept file is that of whoever sent these bytes first.
      "content-disposition": disposition(filename),
      "content-type": "application/octet-stream",
      "last-modified": new Date(storedAt).toUTCString(),
    };
    return { status: 200, file, headers };
  };
}

function disposition(filename: string): string {
  const encoded = encodeURIComponent(filename);
  // `+` may stand in a quoted name; everything else that is escaped may not.
  return encoded.replaceAll("%2B", "+") === filename
    ? `attachment; filename="${filename}"`
    : `attachment; filename*=utf-8''${encoded}`;
}
