export { type FromPathOptions, fromPath } from "@fairlead/runtime/node";
export {
  type EnvClient,
  type PullEnvFileOptions,
  type PulledEnvFile,
  pullEnvFile,
  pushEnvFile,
} from "./env-file.ts";
export { type FolderOptions, folder } from "./folder.ts";
