import type { Call, Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { account } from "../../account.ts";
import type { PublishedSplat } from "../../entities.ts";
import { beginWork } from "../../splat-work.ts";

type Publication = operations["publishSplat"];

/** A splat from a file that storage has; the answer has the form of the vendor's sample. */
export const publishSplat: Hook<Publication> = (call, next) => {
  const { s3Key, title, description = "", listed = false, format, publishFormat } = call.body;
  const file = call.files.received(s3Key);
  if (file === undefined) throw call.refuse(404, `Nothing was uploaded as ${s3Key}`);
  // A key may be published twice, so the count tells its splats apart.
  const hash = call.random.hex(`published splat ${call.store.list("PublishedSplat").length}`, 8);
  const splat: Omit<PublishedSplat, "id"> = {
    hash,
    title: title ?? s3Key.split("/").at(-1) ?? s3Key,
    description,
    format: "",
    version: 0,
    currentVersion: 1,
    releaseNotes: null,
    hasThumbnails: false,
    size: 0,
    views: 0,
    comments: 0,
    starred: 0,
    featuredWeight: 0,
    listed,
    tags: [],
    task: { status: "running", message: "" },
    url: `https://view.example.com/view?id=${hash}`,
    userId: account.id,
    completedAt: null,
    work: beginWork(call.clock.now(), publishFormat ?? format ?? "sog", file.size),
  };
  call.body = splat as unknown as Call<Publication>["body"];
  return next();
};
