import type { CallOptions } from "@fairlead/runtime";
import type { components } from "../../generated/schema.ts";
import type { PublishProgress } from "./publish-progress.ts";

type Schemas = components["schemas"];

/** The product that a version is published of. */
export interface PublishedProduct
  extends Pick<Schemas["NewProduct"], "name" | "productBaseType" | "status" | "tags" | "attrib" | "data"> {
  /**
   * Kind of product, such as `render`. One that exists must be of this kind. What else is given here is taken where the
   * product is made only.
   */
  readonly type: string;
}

/** A file of a representation. AYON keeps what is said of it, and not the file. */
export interface PublishedFile extends Pick<Schemas["NewRepresentationFile"], "path" | "size" | "hash" | "hashType"> {
  /**
   * Id of the file, unique within the representation.
   * @default a random one
   */
  readonly id?: string;
  /**
   * Name of the file.
   * @default the last part of `path`
   */
  readonly name?: string;
}

/** A form of the version, such as one file format. */
export interface PublishedRepresentation
  extends Omit<Schemas["NewRepresentation"], "id" | "versionId" | "files" | "active"> {
  /** Its files, in the order of the sequence. */
  readonly files?: readonly PublishedFile[];
}

/** A picture or a video that the version is reviewed by. */
export interface PublishedReviewable {
  /** The file, with its type: an image, a video, or `application/mxf`. */
  readonly file: Blob;
  /**
   * Name of the file with its extension, in letters of Latin-1.
   * @default the name of `file`, where that is a `File`
   */
  readonly name?: string;
  /** Name to show in place of the file's name. */
  readonly label?: string;
}

/** A version to publish. */
export interface PublishVersionInput extends Pick<Schemas["NewVersion"], "status" | "tags" | "attrib" | "data"> {
  /** Name of the project. */
  readonly project_name: string;
  /**
   * The folder, such as a shot: its id of 32 hexadecimal digits, or its path. With a slash in front it is a path in any
   * case.
   */
  readonly folder: string;
  /** The product: found in the folder by its name, in upper or lower case, or else made. */
  readonly product: PublishedProduct;
  /** The task that the version was made in: its id, or the name that it has in the folder. */
  readonly task?: string;
  /**
   * Number of the version. One that is taken is a `BatchError`, and nothing is published.
   * @default the next free one, from 1
   */
  readonly version?: number;
  /** Comment on the version: its attribute `comment`. */
  readonly comment?: string;
  /**
   * Name of the user whose work it is; only administrators and services may name others.
   * @default the caller
   */
  readonly author?: string;
  /** The forms of the version, by their names. */
  readonly representations?: readonly PublishedRepresentation[];
  /** The picture that stands for the version: a PNG or a JPEG. */
  readonly thumbnail?: Blob;
  /** What the version is reviewed by. It becomes the thumbnail where none is given. */
  readonly reviewable?: PublishedReviewable;
}

/** What a publish may set. What is an option of calls holds for each of its requests by itself. */
export interface PublishOptions extends CallOptions {
  /** Is told each step, and how far an upload is, at most every 100 ms. It should not throw: before an upload that would end
   * the publish. */
  readonly onProgress?: (progress: PublishProgress) => void;
}
