import type { Hooks } from "@fairlead/sandbox";
import { deleteAddonVersion } from "./addons/delete-addon-version.ts";
import { installAddon } from "./addons/install-addon.ts";
import { listAddons } from "./addons/list-addons.ts";
import { getAnatomyPreset } from "./anatomy/get-anatomy-preset.ts";
import { listAnatomyPresets } from "./anatomy/list-anatomy-presets.ts";
import { login } from "./auth/login.ts";
import { logout } from "./auth/logout.ts";
import { createDependencyPackage } from "./packages/create-dependency-package.ts";
import { createInstaller } from "./packages/create-installer.ts";
import { deletePackage } from "./packages/delete-package.ts";
import { downloadPackage } from "./packages/download-package.ts";
import { listInstallers } from "./packages/list-installers.ts";
import { uploadPackage } from "./packages/upload-package.ts";
import { createProject } from "./projects/create-project.ts";
import { listProjects } from "./projects/list-projects.ts";
import { updateProject } from "./projects/update-project.ts";
import { getInfo } from "./server/get-info.ts";
import { createUser } from "./users/create-user.ts";
import { getCurrentUser } from "./users/get-current-user.ts";
import { updateUser } from "./users/update-user.ts";

/** The logic that no declaration states; the reason of each stands in the document, under `x-behaviors`. */
export const hooks: Hooks = {
  operations: {
    login,
    logout,
    getInfo,
    getCurrentUser,
    listProjects,
    createProject,
    updateProject,
    getAnatomyPreset,
    listAnatomyPresets,
    createUser,
    updateUser,
    listInstallers,
    createInstaller,
    downloadInstaller: downloadPackage("Installer"),
    uploadInstaller: uploadPackage("Installer"),
    deleteInstaller: deletePackage,
    createDependencyPackage,
    downloadDependencyPackage: downloadPackage("DependencyPackage"),
    uploadDependencyPackage: uploadPackage("DependencyPackage"),
    deleteDependencyPackage: deletePackage,
    listAddons,
    deleteAddonVersion,
  },
  jobs: { installAddon },
};
