import type { Hooks } from "@fairlead/sandbox";
import { createActivity } from "./activities/create-activity.ts";
import { deleteActivity } from "./activities/delete-activity.ts";
import { updateActivity } from "./activities/update-activity.ts";
import { deleteAddonVersion } from "./addons/delete-addon-version.ts";
import { installAddon } from "./addons/install-addon.ts";
import { listAddons } from "./addons/list-addons.ts";
import { getAnatomyPreset } from "./anatomy/get-anatomy-preset.ts";
import { listAnatomyPresets } from "./anatomy/list-anatomy-presets.ts";
import { listAttributes } from "./attributes/list-attributes.ts";
import { createSession } from "./auth/create-session.ts";
import { login } from "./auth/login.ts";
import { logout } from "./auth/logout.ts";
import { createBundle } from "./bundles/create-bundle.ts";
import { deleteBundle } from "./bundles/delete-bundle.ts";
import { listBundles } from "./bundles/list-bundles.ts";
import { updateBundle } from "./bundles/update-bundle.ts";
import { createEvent } from "./events/create-event.ts";
import { enroll } from "./events/enroll.ts";
import { getEvent } from "./events/get-event.ts";
import { updateEvent } from "./events/update-event.ts";
import { deleteFile } from "./files/delete-file.ts";
import { downloadFile } from "./files/download-file.ts";
import { downloadFilePayload } from "./files/download-file-payload.ts";
import { uploadFile } from "./files/upload-file.ts";
import { createFolder, deleteFolder, getFolder, updateFolder } from "./folders/folder-hooks.ts";
import { getHierarchy } from "./folders/get-hierarchy.ts";
import { listFolders } from "./folders/list-folders.ts";
import { queryGraphql } from "./graphql/query-graphql.ts";
import { createLink } from "./links/create-link.ts";
import { deleteLink } from "./links/delete-link.ts";
import { listLinkTypes } from "./links/list-link-types.ts";
import { applyOperations } from "./operations/apply-operations.ts";
import { applyOperationsInBackground } from "./operations/apply-operations-in-background.ts";
import { getBackgroundOperations } from "./operations/get-background-operations.ts";
import { createDependencyPackage } from "./packages/create-dependency-package.ts";
import { createInstaller } from "./packages/create-installer.ts";
import { deletePackage } from "./packages/delete-package.ts";
import { downloadPackage } from "./packages/download-package.ts";
import { listDependencyPackages } from "./packages/list-dependency-packages.ts";
import { listInstallers } from "./packages/list-installers.ts";
import { uploadPackage } from "./packages/upload-package.ts";
import { createProduct, deleteProduct, getProduct, updateProduct } from "./products/product-hooks.ts";
import { getProjectAnatomy } from "./project-anatomy/get-project-anatomy.ts";
import { getSiteRoots } from "./project-anatomy/get-site-roots.ts";
import { replaceProjectAnatomy } from "./project-anatomy/replace-project-anatomy.ts";
import { createProject } from "./projects/create-project.ts";
import { deleteProject } from "./projects/delete-project.ts";
import { getProject } from "./projects/get-project.ts";
import { listProjects } from "./projects/list-projects.ts";
import { updateProject } from "./projects/update-project.ts";
import {
  createRepresentation,
  deleteRepresentation,
  getRepresentation,
  updateRepresentation,
} from "./representations/representation-hooks.ts";
import { listReviewables } from "./reviewables/list-reviewables.ts";
import { uploadReviewable } from "./reviewables/upload-reviewable.ts";
import { deleteSecret } from "./secrets/delete-secret.ts";
import { getSecret } from "./secrets/get-secret.ts";
import { listSecrets } from "./secrets/list-secrets.ts";
import { replaceSecret } from "./secrets/replace-secret.ts";
import { getInfo } from "./server/get-info.ts";
import { getAddonProjectSettings } from "./settings/get-addon-project-settings.ts";
import { getAddonSettings } from "./settings/get-addon-settings.ts";
import { getSettings } from "./settings/get-settings.ts";
import { updateAddonSettings } from "./settings/update-addon-settings.ts";
import { assignTask } from "./tasks/assign-task.ts";
import { createTask, deleteTask, getTask, updateTask } from "./tasks/task-hooks.ts";
import { downloadThumbnail } from "./thumbnails/download-thumbnail.ts";
import { downloadVersionThumbnail } from "./thumbnails/download-version-thumbnail.ts";
import { uploadThumbnail } from "./thumbnails/upload-thumbnail.ts";
import { uploadVersionThumbnail } from "./thumbnails/upload-version-thumbnail.ts";
import { createUser } from "./users/create-user.ts";
import { deleteUser } from "./users/delete-user.ts";
import { getCurrentUser } from "./users/get-current-user.ts";
import { getUser } from "./users/get-user.ts";
import { updateUser } from "./users/update-user.ts";
import { createVersion, deleteVersion, getVersion, updateVersion } from "./versions/version-hooks.ts";
import { createWorkfile, deleteWorkfile, getWorkfile, updateWorkfile } from "./workfiles/workfile-hooks.ts";

/** The logic that no declaration states; the reason of each stands in the document, under `x-behaviors`. */
export const hooks: Hooks = {
  operations: {
    login,
    logout,
    getInfo,
    getCurrentUser,
    listProjects,
    createProject,
    getProject,
    updateProject,
    deleteProject,
    getAnatomyPreset,
    listAnatomyPresets,
    createUser,
    getUser,
    updateUser,
    deleteUser,
    listInstallers,
    createInstaller,
    downloadInstaller: downloadPackage("Installer"),
    uploadInstaller: uploadPackage("Installer"),
    deleteInstaller: deletePackage,
    createDependencyPackage,
    listDependencyPackages,
    downloadDependencyPackage: downloadPackage("DependencyPackage"),
    uploadDependencyPackage: uploadPackage("DependencyPackage"),
    deleteDependencyPackage: deletePackage,
    listAddons,
    deleteAddonVersion,
    listFolders,
    createFolder,
    getFolder,
    updateFolder,
    deleteFolder,
    getHierarchy,
    createTask,
    getTask,
    updateTask,
    deleteTask,
    assignTask,
    createProduct,
    getProduct,
    updateProduct,
    deleteProduct,
    createVersion,
    getVersion,
    updateVersion,
    deleteVersion,
    createRepresentation,
    getRepresentation,
    updateRepresentation,
    deleteRepresentation,
    createWorkfile,
    getWorkfile,
    updateWorkfile,
    deleteWorkfile,
    createSession,
    getProjectAnatomy,
    replaceProjectAnatomy,
    getSiteRoots,
    listAttributes,
    listBundles,
    createBundle,
    updateBundle,
    deleteBundle,
    getSettings,
    getAddonSettings,
    updateAddonSettings,
    getAddonProjectSettings,
    listSecrets,
    getSecret,
    replaceSecret,
    deleteSecret,
    createEvent,
    getEvent,
    updateEvent,
    enroll,
    applyOperations,
    getBackgroundOperations,
    listLinkTypes,
    createLink,
    deleteLink,
    createActivity,
    updateActivity,
    deleteActivity,
    listReviewables,
    uploadReviewable,
    uploadFile,
    downloadFile,
    deleteFile,
    downloadFilePayload,
    uploadThumbnail,
    downloadThumbnail,
    uploadVersionThumbnail,
    downloadVersionThumbnail,
    queryGraphql,
  },
  jobs: { installAddon, applyOperationsInBackground },
};
