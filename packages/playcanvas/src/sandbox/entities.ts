import type { components } from "../generated/schema.ts";

type Schemas = components["schemas"];

/** Who makes branches and checkpoints. */
export type User = Schemas["UserSummary"];

/** A project. No answer shows one; the others belong to it. */
export type Project = {
  readonly id: number;
  readonly name: string;
  readonly owner_id: number;
  /** Id of the app that the project's page shows. */
  readonly primary_app: number | null;
};

/** A branch; the main one of a project is its only permanent one. */
export type Branch = Schemas["Branch"];

/** A published build. */
export type App = Schemas["App"];

/** A scene on one branch. */
export type Scene = Schemas["Scene"] & { readonly branchId: string };

/** An asset on one branch. */
export type Asset = Schemas["AssetWithData"] & {
  readonly branchId: string;
  /** SHA-256 of its bytes; null without a file. */
  readonly content: string | null;
};

/** The scenes and assets of a branch at one moment. */
export type Content = { readonly scenes: readonly Scene[]; readonly assets: readonly Asset[] };

/** A checkpoint of a branch. */
export type Checkpoint = Schemas["Checkpoint"] & {
  readonly branchId: string;
  /** What it recorded; absent in those of the seed that hold whatever the branch had by then. */
  readonly holds?: Content;
};

/** A build, an export or a checkpoint under way. */
export type Job = Schemas["Job"];

/** A splat of the account. */
export type Splat = Schemas["Splat"] & { readonly work?: Work };

/** A splat of the older page. */
export type PublishedSplat = Schemas["PublishedSplat"] & { readonly work?: Work };

/** The upload of a splat in parts. */
export type SplatUpload = Schemas["SplatUpload"] & {
  /** Numbers of the parts that got an address. */
  readonly offered: readonly number[];
  /** The splat that it became. */
  readonly splatId: string | null;
};

/** What the server does with the file of a splat, and when it is done. */
export type Work = {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly endsAt: number;
  readonly format: string;
  /** Bytes of what is shown. */
  readonly size: number;
};
