import { inputs } from "../inputs.ts";
import { type Expected, json } from "./expected.ts";

/** The requests of installers, dependency packages and addons. */
export const distribution: Record<string, Expected> = {
  listInstallers: {
    call: (ay) => ay.installers.list(inputs.listInstallers),
    method: "GET",
    url: "/api/desktop/installers?version=1.6.0%2Bnightly&platform=windows&variant=staging",
  },
  createInstaller: {
    call: (ay) => ay.installers.create(inputs.createInstaller),
    method: "POST",
    url: "/api/desktop/installers?url=https%3A%2F%2Ffiles.example.com%2Flauncher%2Fa%2520b.exe%3Fsig%3D1%26x%3D2%2B3&force=true",
    ...json({ filename: "harbour-launcher-1.6.0.exe", platform: "windows", version: "1.6.0", checksum: null }),
  },
  downloadInstaller: {
    call: (ay) => ay.installers.download(inputs.downloadInstaller),
    accept: "*/*",
    method: "GET",
    url: "/api/desktop/installers/harbour-launcher-1.6.0%2B1.exe",
  },
  uploadInstaller: {
    call: (ay) => ay.installers.upload(inputs.uploadInstaller),
    accept: "*/*",
    method: "PUT",
    url: "/api/desktop/installers/harbour-launcher-1.6.0.exe",
    headers: { "content-type": "application/octet-stream" },
    body: "MZ\0\xff\r\n",
  },
  deleteInstaller: {
    call: (ay) => ay.installers.delete(inputs.deleteInstaller),
    accept: "*/*",
    method: "DELETE",
    url: "/api/desktop/installers/harbour-launcher-1.6.0.exe",
  },
  listDependencyPackages: {
    call: (ay) => ay.dependencyPackages.list(),
    method: "GET",
    url: "/api/desktop/dependencyPackages",
  },
  createDependencyPackage: {
    call: (ay) => ay.dependencyPackages.create(inputs.createDependencyPackage),
    method: "POST",
    url: "/api/desktop/dependencyPackages?force=false",
    ...json({
      filename: "harbour-deps.zip",
      platform: "linux",
      installerVersion: "1.6.0",
      pythonModules: { numpy: "2.1.0" },
    }),
  },
  downloadDependencyPackage: {
    call: (ay) => ay.dependencyPackages.download(inputs.downloadDependencyPackage),
    accept: "*/*",
    method: "GET",
    url: "/api/desktop/dependencyPackages/harbour-deps.zip",
    // The two about caches are from fetch itself, which adds them to every request for a part.
    headers: { range: "bytes=1024-", "if-range": '"0f3a"', "cache-control": "no-cache", pragma: "no-cache" },
  },
  uploadDependencyPackage: {
    call: (ay) => ay.dependencyPackages.upload(inputs.uploadDependencyPackage),
    accept: "*/*",
    method: "PUT",
    url: "/api/desktop/dependencyPackages/harbour-deps.zip",
    headers: { "content-type": "application/zip" },
    body: "PK",
  },
  deleteDependencyPackage: {
    call: (ay) => ay.dependencyPackages.delete(inputs.deleteDependencyPackage),
    accept: "*/*",
    method: "DELETE",
    url: "/api/desktop/dependencyPackages/harbour-deps.zip",
  },
  listAddons: { call: (ay) => ay.addons.list(inputs.listAddons), method: "GET", url: "/api/addons?details=true" },
  installAddon: {
    call: (ay) => ay.addons.install(inputs.installAddon),
    method: "POST",
    url: "/api/addons/install?url=https%3A%2F%2Ffiles.example.com%2Ftools.zip&addonName=harbour_tools&addonVersion=1.3.0%2Bb2",
  },
  deleteAddonVersion: {
    call: (ay) => ay.addons.deleteVersion(inputs.deleteAddonVersion),
    accept: "*/*",
    method: "DELETE",
    url: "/api/addons/harbour_tools/1.3.0%2Bb2?purge=true",
  },
};
