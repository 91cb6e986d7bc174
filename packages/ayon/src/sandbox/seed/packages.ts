import { zip } from "@fairlead/sandbox";
import type { DependencyPackage, Installer } from "../entities.ts";
import { onServer } from "../packages.ts";
import type { SeedTools } from "./seed-tools.ts";

const storedAt = Date.UTC(2025, 10, 5, 9, 12, 40);

/** A build of the launcher with its file, and one that is registered only. */
export async function makeInstallers({ files }: SeedTools): Promise<readonly Installer[]> {
  const filename = "harbour-launcher-1.5.0-linux.zip";
  const script = "#!/bin/sh\necho Harbour launcher 1.5.0\n";
  const file = await files.put(zip({ "launcher.sh": script }), { name: filename, type: "application/zip" });
  return [
    {
      filename,
      platform: "linux",
      size: file.size,
      checksum: file.md5,
      checksumAlgorithm: "md5",
      sources: [onServer],
      pythonVersion: "3.11.9",
      distroShort: "rocky9",
      version: "1.5.0",
      pythonModules: { requests: "2.32.3" },
      runtimePythonModules: { PySide6: "6.7.2" },
      content: file.sha256,
      storedAt,
    },
    {
      filename: "harbour-launcher-1.5.0-windows.exe",
      platform: "windows",
      sources: [],
      version: "1.5.0",
      pythonModules: {},
      runtimePythonModules: {},
      content: null,
      storedAt: 0,
    },
  ];
}

/** A dependency package with its file. */
export async function makeDependencyPackages({ files }: SeedTools): Promise<readonly DependencyPackage[]> {
  const filename = "harbour-deps-2025.11-linux.zip";
  const file = await files.put(zip({ "dependencies/tide.py": "HOURS = 12.4\n" }), {
    name: filename,
    type: "application/zip",
  });
  return [
    {
      filename,
      platform: "linux",
      size: file.size,
      checksum: file.sha256,
      checksumAlgorithm: "sha256",
      sources: [onServer],
      pythonVersion: "3.11.9",
      distroShort: "rocky9",
      installerVersion: "1.5.0",
      sourceAddons: { harbour_tools: "1.2.0" },
      pythonModules: { numpy: "2.1.0" },
      content: file.sha256,
      storedAt,
    },
  ];
}
