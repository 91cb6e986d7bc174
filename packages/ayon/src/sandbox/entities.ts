import type { components } from "../generated/schema.ts";

type Schemas = components["schemas"];

/** A project as it is stored: all that `getProject` shows. */
export type Project = Schemas["Project"];

/** A user; passwords and keys stand in its `data` as hashes. */
export type User = Schemas["User"];

/** What a login makes. */
export type Session = {
  readonly token: string;
  /** Name of the user who logged in. */
  readonly userName: string;
  /** ISO 8601; from then on the token is refused. */
  readonly expiresAt: string;
};

/** An anatomy with all its parts. */
export type Anatomy = Schemas["Anatomy"];

/** A stored anatomy. */
export type AnatomyPreset = Schemas["AnatomyPreset"] & { readonly anatomy: Anatomy };

/** What the server knows of a file besides what was registered. */
type OfFile = {
  /** SHA-256 of its bytes; null without a file. */
  readonly content: string | null;
  /** When the bytes came, in milliseconds since 1970-01-01 UTC. */
  readonly storedAt: number;
};

/** A build of the launcher. */
export type Installer = Schemas["Installer"] & OfFile;

/** Python modules for a set of addons. */
export type DependencyPackage = Schemas["DependencyPackage"] & OfFile;

/** An installed addon. */
export type Addon = Schemas["Addon"];

/** One version of an addon. */
export type AddonVersion = Schemas["AddonVersion"];

/** Something that happened, or work under way. */
export type Event = Schemas["Event"];
