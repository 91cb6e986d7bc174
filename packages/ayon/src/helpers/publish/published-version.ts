/** What was published, with the ids that it has. */
export interface PublishedVersion {
  /** Id of the folder. */
  readonly folderId: string;
  /** Id of the task, where one was given. */
  readonly taskId: string | undefined;
  /** Id of the product. */
  readonly productId: string;
  /** Whether the product was made with the version. */
  readonly isNewProduct: boolean;
  /** Id of the version. */
  readonly versionId: string;
  /** Number of the version. */
  readonly version: number;
  /** The representations, in the order in which they were given. */
  readonly representations: readonly { readonly id: string; readonly name: string }[];
  /** Id of the thumbnail that was uploaded. */
  readonly thumbnailId: string | undefined;
  /** The reviewable that was uploaded: the activity that shows it, and the file with its bytes. */
  readonly reviewable: { readonly activityId: string; readonly fileId: string } | undefined;
}
