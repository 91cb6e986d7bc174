import { isRequestError, isServerError } from "@fairlead/ayon";
import { isGraphqlError } from "@fairlead/ayon/graphql";
import {
  isBatchError,
  isPublishError,
  type PublishProgress,
  type PublishVersionInput,
  publishVersion,
} from "@fairlead/ayon/helpers";
import { beforeEach, describe, expect, it } from "vitest";
import { failure } from "./failure.ts";
import { batchesOf, hex, openStudio, type Reply, type Studio } from "./helpers-studio.ts";

let studio: Studio;
beforeEach(() => {
  studio = openStudio();
});

const usual: PublishVersionInput = {
  project_name: "harbour_short",
  folder: "/shots/sh010",
  product: { name: "renderMain", type: "render", attrib: { description: "Beauty" } },
};
const png = new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47])], { type: "image/png" });
const movie = new File(["frames"], "sh010.mp4", { type: "video/mp4" });
const publish = (more: Partial<PublishVersionInput> = {}, onProgress?: (progress: PublishProgress) => void) =>
  publishVersion(studio.core, { ...usual, ...more }, onProgress && { onProgress });
const paths = () => studio.seen.map(({ what }) => what);
const uploadsOf = () => studio.seen.filter(({ what }) => /thumbnail|reviewables/.test(what));

/** Puts a product with versions of some numbers into the studio. */
function addProduct(numbers: readonly number[], more: object = {}): string {
  const id = hex("b1");
  studio.rows.products.push({
    ...usual.product,
    id,
    folderId: hex("f2"),
    productType: "render",
    active: true,
    ...more,
  });
  for (const version of numbers)
    studio.rows.versions.push({ id: hex(`e${Math.abs(version)}`), productId: id, version });
  return id;
}

describe("what is published", () => {
  it("is the first version of a new product, with its representations, in one batch", async () => {
    const result = await publish({
      task: "compositing",
      comment: "Higher waves",
      attrib: { fps: 25, comment: "another" },
      status: "Pending review",
      tags: ["daily"],
      author: "compositor_1",
      data: { farm: 7 },
      representations: [
        {
          name: "exr",
          files: [{ path: "{root[work]}/sh010/renderMain.1001.exr", size: 12, hash: "0f", hashType: "md5" }],
        },
        { name: "mp4", attrib: { path: "C:\\renders\\sh010.mp4" }, files: [{ path: "C:\\renders\\sh010.mp4" }] },
        { name: "none" },
      ],
    });
    const [batch] = batchesOf(studio);
    const { productId, versionId, representations } = result;
    expect(batch).toEqual([
      expect.objectContaining({
        ...{ type: "create", entityType: "product", entityId: productId },
        data: {
          ...{ name: "renderMain", productType: "render", folderId: hex("f2"), attrib: { description: "Beauty" } },
        },
      }),
      expect.objectContaining({
        ...{ type: "create", entityType: "version", entityId: versionId },
        data: {
          ...{ version: 1, productId, taskId: hex("a1"), author: "compositor_1", status: "Pending review" },
          ...{ tags: ["daily"], attrib: { fps: 25, comment: "Higher waves" }, data: { farm: 7 } },
        },
      }),
      expect.objectContaining({
        entityId: representations[0]?.id,
        data: {
          ...{ name: "exr", versionId },
          files: [
            {
              ...{ id: expect.stringMatching(/^[0-9a-f]{32}$/), name: "renderMain.1001.exr" },
              ...{ path: "{root[work]}/sh010/renderMain.1001.exr", size: 12, hash: "0f", hashType: "md5" },
            },
          ],
        },
      }),
      expect.objectContaining({
        data: expect.objectContaining({ files: [expect.objectContaining({ name: "sh010.mp4" })] }),
      }),
      expect.objectContaining({ data: { name: "none", versionId, files: [] } }),
    ]);
    expect(result).toEqual({
      ...{ folderId: hex("f2"), taskId: hex("a1"), productId, isNewProduct: true, versionId, version: 1 },
      ...{ thumbnailId: undefined, reviewable: undefined },
      representations: [
        { id: expect.any(String), name: "exr" },
        { id: expect.any(String), name: "mp4" },
        { id: expect.any(String), name: "none" },
      ],
    });
  });

  it("is the next version of a product that is there, whatever the case of its name and its hero version", async () => {
    const id = addProduct([-3, 1, 12, 7], { name: "RENDERMAIN" });
    expect(await publish()).toMatchObject({ productId: id, isNewProduct: false, version: 13 });
    expect(batchesOf(studio)[0]?.map(({ entityType }) => entityType)).toEqual(["version"]);
  });

  it("is version 1 of a product that has nothing but a hero version", async () => {
    addProduct([-2]);
    expect(await publish()).toMatchObject({ version: 1 });
  });

  it("is a new product beside one of the name that is not in use", async () => {
    addProduct([4], { active: false });
    studio.rows.products.push({
      id: hex("b2"),
      name: "renderMain2",
      folderId: hex("f2"),
      active: true,
      productType: "x",
    });
    expect(await publish()).toMatchObject({ isNewProduct: true, version: 1 });
  });

  it("has the number that was asked for, and no more than that is sent", async () => {
    addProduct([1]);
    expect(await publish({ version: 42 })).toMatchObject({ version: 42 });
    const [batch] = batchesOf(studio);
    expect(batch?.[0]?.data).toEqual({ version: 42, productId: hex("b1") });
  });

  it("is found by ids as well, and by a path without a slash", async () => {
    for (const folder of [hex("f2"), "shots/sh010/", "//shots/sh010"]) {
      expect(await publish({ folder, task: hex("a1") })).toMatchObject({ folderId: hex("f2"), taskId: hex("a1") });
    }
  });
});

describe("what somebody else publishes meanwhile", () => {
  /** Lets another publish go before each of the first batches. */
  const overtake = (times: number, act: (time: number) => void) => {
    let time = 0;
    studio.before = ({ what }) => {
      if (what.endsWith("/operations") && time < times) act(++time);
      return undefined;
    };
  };
  const take = (productId: string) => (time: number) => {
    studio.rows.versions.push({ id: hex(`e${time}`), productId, version: time });
  };

  it("takes the number, and the next one is taken", async () => {
    const productId = addProduct([]);
    overtake(3, take(productId));
    expect(await publish()).toMatchObject({ version: 4 });
    expect(batchesOf(studio).length).toBe(4);
  });

  it("may be the product too, which is not made twice", async () => {
    overtake(1, () => addProduct([1]));
    expect(await publish()).toMatchObject({ productId: hex("b1"), isNewProduct: false, version: 2 });
    expect(studio.rows.products.length).toBe(1);
  });

  it("is given up after five attempts, with nothing published", async () => {
    const productId = addProduct([]);
    overtake(9, take(productId));
    const error = await failure(publish());
    expect(error).toSatisfy(isBatchError);
    expect(error).toMatchObject({ failedCount: 1, keptCount: 0 });
    expect(batchesOf(studio).length).toBe(5);
  });

  it("does not change a number that was asked for", async () => {
    addProduct([3]);
    await expect(publish({ version: 3 })).rejects.toSatisfy(isBatchError);
    expect(batchesOf(studio).length).toBe(1);
  });

  it("is not blamed for what is wrong with the input", async () => {
    const representations = [{ name: "exr" }, { name: "EXR" }];
    const error = await failure(publish({ representations }));
    expect(error).toMatchObject({
      message: expect.stringMatching(
        /: 1 of 4 operations failed, nothing was kept; operation 4 \(create representation\): 500 unique-violation;/,
      ),
    });
    expect(batchesOf(studio).length).toBe(1);
    expect(studio.rows.versions).toEqual([]);
  });

  it.each([
    [409, "conflict", 5],
    [409, null, 5],
    [409, "foreign-key-violation", 1],
    [400, "invalid_data", 1],
  ])("is told from other failures: %s %s is tried %s times", async (status, errorCode, times) => {
    addProduct([1]);
    studio.before = ({ what, body }) => {
      if (!what.endsWith("/operations")) return undefined;
      const [{ id, type, entityType }] = (body as { operations: [Record<string, unknown>] }).operations;
      const about = { id, type, entityType, entityId: null };
      return [200, { operations: [{ ...about, success: false, status, errorCode, detail: "no" }], success: false }];
    };
    await expect(publish()).rejects.toSatisfy(isBatchError);
    expect(batchesOf(studio).length).toBe(times);
  });
});

describe("what is not there", () => {
  it.each<[string, Partial<PublishVersionInput>, string]>([
    ["folder", { folder: "/shots/sh999" }, "publish: the project has no folder /shots/sh999 that the user may see"],
    ["folder", { folder: hex("99") }, "publish: the project has no folder"],
    ["task", { task: "modeling" }, "publish: the folder /shots/sh010 has no task modeling"],
    ["task", { folder: "/shots", task: "compositing" }, "publish: the folder /shots has no task compositing"],
  ])("a %s is a PublishError that names it: %o", async (kind, more, message) => {
    const error = await failure(publish(more));
    expect(error).toSatisfy(isPublishError);
    expect(error).toMatchObject({ kind, message: expect.stringContaining(message) });
    expect(error).not.toHaveProperty("published");
    expect(batchesOf(studio)).toEqual([]);
  });

  it("a product of another kind is a PublishError, and nothing is published", async () => {
    addProduct([1], { productType: "model" });
    const error = await failure(publish());
    expect(error).toMatchObject({
      kind: "productType",
      message: expect.stringContaining("is of type model, not render"),
    });
    expect(studio.rows.versions.length).toBe(1);
  });

  it("a path of nothing but slashes is refused before anything is sent", async () => {
    await expect(publish({ folder: "//" })).rejects.toSatisfy(isRequestError);
    expect(studio.seen).toEqual([]);
  });

  it("a project is the GraphqlError that it is everywhere", async () => {
    const errors = [{ message: "Project not found", path: ["project"], extensions: { status: 404 } }];
    studio.before = () => [200, { data: null, errors }];
    const error = await failure(publish());
    expect(error).toSatisfy(isGraphqlError);
    expect(error).toMatchObject({ kind: "notFound" });
  });
});

describe("files of a version", () => {
  it("are uploaded after the batch, the thumbnail first, as bytes under their own type", async () => {
    const result = await publish({ thumbnail: png, reviewable: { file: movie, label: "Waves & wind" } });
    expect(result).toMatchObject({ thumbnailId: hex("c1"), reviewable: { activityId: hex("d1"), fileId: hex("d2") } });
    const base = `POST /api/projects/harbour_short/versions/${result.versionId}`;
    const [thumbnail, reviewable] = uploadsOf();
    expect(thumbnail).toMatchObject({ what: `${base}/thumbnail`, body: new Uint8Array([0x89, 0x50, 0x4e, 0x47]) });
    expect(thumbnail?.headers.get("content-type")).toBe("image/png");
    expect(reviewable?.what).toMatch(/\/reviewables\?label=Waves(%20|\+)%26(%20|\+)wind$/);
    expect(reviewable?.headers.get("content-type")).toBe("video/mp4");
    expect(reviewable?.headers.get("x-file-name")).toBe("sh010.mp4");
    expect(new TextDecoder().decode(reviewable?.body as Uint8Array)).toBe("frames");
    expect(paths().indexOf(`${base}/thumbnail`)).toBeGreaterThan(
      paths().findIndex((path) => path.endsWith("/operations")),
    );
  });

  it("tell their progress in steps and in words", async () => {
    const steps: PublishProgress[] = [];
    await publish({ thumbnail: png, reviewable: { file: movie } }, (step) => steps.push(step));
    expect(steps).toEqual([
      { step: "find", text: "looking up the product" },
      { step: "publish", version: 1, text: "version 1" },
      { step: "thumbnail", sent: 4, total: 4, text: "thumbnail, 0.0 of 0.0 MB" },
      { step: "reviewable", sent: 6, total: 6, text: "reviewable, 0.0 of 0.0 MB" },
    ]);
  });

  it("that are not uploaded leave a version, whose id is in the error with all that is published", async () => {
    studio.before = ({ what }) =>
      what.endsWith("/reviewables") ? [500, { status: 500, detail: "no probe" }] : undefined;
    const error = await failure(
      publish({ thumbnail: png, reviewable: { file: movie }, representations: [{ name: "exr" }] }),
    );
    const [version] = studio.rows.versions;
    expect(error).toSatisfy(isPublishError);
    expect(error).toMatchObject({
      ...{ kind: "upload", cause: expect.toSatisfy(isServerError) },
      published: { versionId: version?.id, version: 1, thumbnailId: hex("c1"), reviewable: undefined },
      message: `publish: version 1 exists with the id ${version?.id}, but its reviewable is not uploaded; see published and cause of this error`,
    });
    expect(JSON.stringify(error)).toContain(version?.id);
  });

  it.each<[string, Partial<PublishVersionInput>]>([
    ["a thumbnail that is no picture", { thumbnail: new Blob(["GIF"], { type: "image/gif" }) }],
    ["a thumbnail without a type", { thumbnail: new Blob(["PNG"]) }],
    ["an empty thumbnail", { thumbnail: new Blob([], { type: "image/png" }) }],
    ["a thumbnail in a form", { thumbnail: new FormData() as unknown as Blob }],
    ["a reviewable without a type", { reviewable: { file: new File(["x"], "x.mp4") } }],
    ["a reviewable of another kind", { reviewable: { file: new File(["x"], "x.txt", { type: "text/plain" }) } }],
    ["a reviewable without a name", { reviewable: { file: png } }],
    ["a reviewable whose name no header holds", { reviewable: { file: png, name: "山.png" } }],
    ["a reviewable whose name breaks the line", { reviewable: { file: png, name: "a\r\nb.png" } }],
  ])("are looked at before anything is sent: %s", async (_, more) => {
    await expect(publish(more)).rejects.toSatisfy(isRequestError);
    expect(studio.seen).toEqual([]);
  });

  it("have the name that is given before that of the file", async () => {
    await publish({ reviewable: { file: movie, name: "schön.mp4" } });
    expect(uploadsOf()[0]?.headers.get("x-file-name")).toBe("schön.mp4");
  });
});

describe("a batch whose answer is lost", () => {
  /** Does the batch, and answers with something else; then the server says whether the version is there. */
  const lose = (answer: Reply, isThere: boolean) => {
    studio.before = ({ what }) => {
      if (what.endsWith("/operations")) return answer;
      if (!what.startsWith("GET ")) return undefined;
      return isThere ? [200, { id: "1" }] : [404, { code: 404, detail: "no such version" }];
    };
  };
  const gateway: Reply = [502, "Bad Gateway"];

  it("is a publish all the same where the version is there, and its files are uploaded", async () => {
    lose(gateway, true);
    const { versionId } = await publish({ thumbnail: png });
    expect(paths()).toContain(`GET /api/projects/harbour_short/versions/${versionId}`);
    expect(uploadsOf().length).toBe(1);
    expect(batchesOf(studio).length).toBe(1);
  });

  it("is the error that it was where the version is not there, and it is not sent again", async () => {
    lose(gateway, false);
    await expect(publish({ thumbnail: png })).rejects.toSatisfy(isServerError);
    expect(uploadsOf()).toEqual([]);
    expect(batchesOf(studio).length).toBe(1);
  });

  it("is not looked for where the server has refused it", async () => {
    lose([403, { code: 403, detail: "no" }], true);
    await expect(publish()).rejects.toMatchObject({ status: 403 });
    expect(paths().filter((path) => path.startsWith("GET "))).toEqual([]);
  });
});

it("ends with its signal, and nothing is published", async () => {
  const stop = new AbortController();
  studio.before = () => {
    stop.abort();
    return undefined;
  };
  const error = await failure(publishVersion(studio.core, usual, { signal: stop.signal }));
  expect(error).toMatchObject({ name: "AbortError" });
  expect(batchesOf(studio)).toEqual([]);
});
