import { type AllOptions, bind, type CallOptions, type Core } from "@fairlead/runtime";
import { createRaw, type RequestInput, request } from "@fairlead/runtime/raw";
import { type AyonOptions, createAyonCore, endSession } from "./core.ts";
import { type Groups, groups } from "./generated/client.ts";
import type { components, paths } from "./generated/schema.ts";
import { type GraphqlGroup, graphqlGroup } from "./graphql/graphql-group.ts";
import { type ApplyBatchMethod, applyBatch } from "./helpers/batch/apply-batch.ts";
import {
  applyBatchInBackground,
  type BackgroundBatchInput,
  type BackgroundBatchOptions,
} from "./helpers/batch/apply-batch-in-background.ts";
import type { BatchResult } from "./helpers/batch/batch-result.ts";
import { type FindFolderInput, findFolder } from "./helpers/find-folder.ts";
import { getProjectNames, type ProjectNamesInput } from "./helpers/get-project-names.ts";
import type { PublishOptions, PublishVersionInput } from "./helpers/publish/publish-input.ts";
import { publishVersion } from "./helpers/publish/publish-version.ts";
import type { PublishedVersion } from "./helpers/publish/published-version.ts";

/**
 * A client of an AYON server: its REST operations by group, GraphQL for lists that REST has not, some calls for what takes
 * several operations, and two ways to reach what no operation describes.
 * One made with `login` logs out when it is disposed, as `await using` does.
 */
export interface Ayon extends Omit<Groups, "graphql">, AsyncDisposable {
  /** Runs GraphQL documents, and lists folders, tasks, products, versions, representations, workfiles, users and events. */
  readonly graphql: GraphqlGroup;
  /** Names of all projects that the user may see. */
  projectNames(input?: ProjectNamesInput, options?: AllOptions): Promise<string[]>;
  /** The folder of a path, or `undefined`; see `findFolder`. */
  folderByPath(input: FindFolderInput, options?: CallOptions): Promise<components["schemas"]["Folder"] | undefined>;
  /** Makes, changes and deletes entities in one request, all or nothing unless `canFail` is set. */
  readonly applyBatch: ApplyBatchMethod;
  /** The same in the background of the server, for long batches. */
  applyBatchInBackground(input: BackgroundBatchInput, options?: BackgroundBatchOptions): Promise<BatchResult>;
  /** Publishes a version with its representations and files; see `publishVersion`. */
  publishVersion(input: PublishVersionInput, options?: PublishOptions): Promise<PublishedVersion>;
  /** Every path of the document by method and path, as openapi-fetch does it: HTTP errors are values, not thrown. */
  readonly raw: ReturnType<typeof createRaw<paths>>;
  /**
   * Sends any method to any path of the server, with the same credentials, guards and errors as an operation.
   * @returns The body, parsed if it is JSON.
   */
  request(method: string, path: string, input?: RequestInput, options?: CallOptions): Promise<unknown>;
}

/**
 * Makes a client of the REST API of an AYON server. It sends nothing by itself and reads no environment variable.
 * @throws {AuthError} The token is missing, is no text, or has white space in it.
 * @throws {RequestError} The base URL is not https, nor http to this machine; or no header can hold `asUser`.
 * @see https://community.ynput.io/t/ayon-rest-api-guide/1268
 */
export function createAyon(options: AyonOptions): Ayon {
  const core: Core = createAyonCore(options);
  let raw: ReturnType<typeof createRaw<paths>> | undefined;
  return {
    ...groups(core),
    graphql: graphqlGroup(core),
    projectNames: (input, options) => getProjectNames(core, input, options),
    folderByPath: (input, options) => findFolder(core, input, options),
    applyBatch: bind<ApplyBatchMethod>(core, applyBatch),
    applyBatchInBackground: (input, options) => applyBatchInBackground(core, input, options),
    publishVersion: (input, options) => publishVersion(core, input, options),
    // Made when it is first asked for: on Node its Request would load all of fetch with every client.
    get raw() {
      raw ??= createRaw<paths>(core);
      return raw;
    },
    request: (method, path, input, options) => request(core, method, path, input, options),
    [Symbol.asyncDispose]: () => endSession(core),
  };
}
