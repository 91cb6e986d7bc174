import type * as operations from "../src/operations.ts";

type OperationId = Exclude<keyof typeof operations, "createAyonCore">;
type Inputs = {
  [Id in OperationId]: Parameters<(typeof operations)[Id]>[1];
};

/** The id of the event that examples and tests ask for. */
export const eventId = "5e0c1f2ab8d411f19c4e0a58c3d27b61";

/** One valid input for every operation, as a user would write it. */
export const inputs: Inputs = {
  login: { body: { name: "compositor_1", password: "fictional-passphrase-1" } },
  logout: undefined,
  getInfo: { full: true },
  listProjects: { page: 2, length: 50, library: false, active: true, order: "name", desc: true, name: "harbour_short" },
  createProject: { body: { name: "harbour_short", code: "hbr", label: "Häfen & co", color: "#2f6f8f" } },
  getProject: { project_name: "harbour_short" },
  updateProject: { project_name: "harbour_short", body: { attrib: { fps: 25, description: null }, active: true } },
  deleteProject: { project_name: "harbour_short" },
  listAnatomyPresets: undefined,
  getAnatomyPreset: { preset_name: "Film & series #2" },
  getCurrentUser: undefined,
  getUser: { user_name: "compositor.1" },
  createUser: {
    user_name: "compositor_1",
    body: {
      attrib: { fullName: "Compositor One" },
      data: { accessGroups: { harbour_short: ["artist"] } },
      password: "fictional-passphrase-1",
    },
  },
  updateUser: { user_name: "compositor_1", body: { data: { accessGroups: { lighthouse_ad: ["artist"] } } } },
  deleteUser: { user_name: "compositor_1" },
  listInstallers: { version: "1.6.0+nightly", platform: "windows", variant: "staging" },
  createInstaller: {
    url: "https://files.example.com/launcher/a%20b.exe?sig=1&x=2+3",
    force: true,
    body: { filename: "harbour-launcher-1.6.0.exe", platform: "windows", version: "1.6.0", checksum: null },
  },
  downloadInstaller: { filename: "harbour-launcher-1.6.0+1.exe" },
  uploadInstaller: {
    filename: "harbour-launcher-1.6.0.exe",
    body: new Blob([new Uint8Array([0x4d, 0x5a, 0x00, 0xff, 0x0d, 0x0a])]),
  },
  deleteInstaller: { filename: "harbour-launcher-1.6.0.exe" },
  listDependencyPackages: undefined,
  createDependencyPackage: {
    force: false,
    body: {
      filename: "harbour-deps.zip",
      platform: "linux",
      installerVersion: "1.6.0",
      pythonModules: { numpy: "2.1.0" },
    },
  },
  downloadDependencyPackage: { filename: "harbour-deps.zip", Range: "bytes=1024-", "If-Range": '"0f3a"' },
  uploadDependencyPackage: {
    filename: "harbour-deps.zip",
    body: new File(["PK"], "local name.zip", { type: "application/zip" }),
  },
  deleteDependencyPackage: { filename: "harbour-deps.zip" },
  listAddons: { details: true },
  installAddon: { url: "https://files.example.com/tools.zip", addonName: "harbour_tools", addonVersion: "1.3.0+b2" },
  deleteAddonVersion: { addon_name: "harbour_tools", addon_version: "1.3.0+b2", purge: true },
  getEvent: { event_id: eventId },
};
