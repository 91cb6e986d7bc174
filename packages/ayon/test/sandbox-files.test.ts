import { isBadRequestError, isNotFoundError, isPermissionDeniedError, login } from "@fairlead/ayon";
import { describe, expect, it } from "vitest";
import { failure } from "./failure.ts";
import { useSandbox, type World, ways } from "./on-sandbox.ts";

const project_name = "harbour_short";
const seeded = "9f0e6b2ab8d511f19c4e0a58c3d27b81";
const body = new Blob(["higher waves"], { type: "text/plain" });

const artist = ({ client }: World) => client(login({ name: "compositor_1", password: "fictional-passphrase-1" }));

const upload = ({ admin }: World, more: object = {}) =>
  admin.files.upload({ project_name, "X-File-Name": "notes.txt", body, ...more });

describe.each(ways)("files on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("come back with their bytes, name and media type, at an address that the download leads to", async () => {
    const here = world();
    const { id: file_id } = await upload(here);
    const { data, headers } = await here.admin.files.downloadPayload.full({ project_name, file_id });
    expect(await data.text()).toBe("higher waves");
    expect(headers.get("content-type")).toBe("text/plain");
    expect(headers.get("content-disposition")).toBe('inline; filename="notes.txt"');
    expect(Date.parse(String(headers.get("last-modified")))).toBe(Math.floor(here.clock.now() / 1000) * 1000);
    expect(await (await here.admin.files.download({ project_name, file_id })).text()).toBe("higher waves");
  });

  it("are led to by 302, on the same origin", async () => {
    const here = world();
    const { url, fetch: local } = here.api.ayon;
    const path = `/api/projects/${project_name}/files/${seeded}`;
    const request = new Request(`${url}${path}`, {
      redirect: "manual",
      headers: { authorization: `Bearer ${here.api.ayon.token()}` },
    });
    const answer = await (way === "in process" ? local(request) : fetch(request));
    expect(answer.status).toBe(302);
    expect(await answer.text()).toBe("");
    expect(new URL(String(answer.headers.get("location")), url).href).toBe(`${url}${path}/payload`);
  });

  it("come in parts", async () => {
    const here = world();
    const { id: file_id } = await upload(here);
    const part = await here.admin.files.downloadPayload.full({ project_name, file_id, Range: "bytes=7-9" });
    expect(part.status).toBe(206);
    expect(part.headers.get("content-range")).toBe("bytes 7-9/12");
    expect(await part.data.text()).toBe("wav");
    const behind = await failure(here.admin.files.downloadPayload({ project_name, file_id, Range: "bytes=99-" }));
    expect(behind).toMatchObject({ status: 416 });
  });

  it("with the same bytes keep a name and type of their own", async () => {
    const here = world();
    const { id: first } = await upload(here);
    const again = new Blob([body], { type: "application/x-notes" });
    const name = 'Hafen "n/a" ü.txt';
    const { id: file_id } = await upload(here, { "X-File-Name": name, body: again });
    const { headers } = await here.admin.files.downloadPayload.full({ project_name, file_id });
    expect(headers.get("content-type")).toBe("application/x-notes");
    expect(headers.get("content-disposition")).toBe('inline; filename="Hafen \\"n/a\\" ü.txt"');
    const before = await here.admin.files.downloadPayload.full({ project_name, file_id: first });
    expect(before.headers.get("content-type")).toBe("text/plain");
  });

  it("have the id that was chosen, and replace the one that has it", async () => {
    const here = world();
    const chosen = { "X-File-ID": "9f0e6b2ab8d511f19c4e0a58c3d27b84" };
    expect(await upload(here, chosen)).toEqual({ id: chosen["X-File-ID"] });
    const other = { ...chosen, "X-File-Name": "other.txt", body: new Blob(["calm"], { type: "text/plain" }) };
    await artist(here).files.upload({ project_name, ...other });
    expect(here.api.ayon.store.list("ProjectFile", { id: chosen["X-File-ID"] })).toMatchObject([
      { filename: "other.txt", size: 4, author: "compositor_1", activityId: null },
    ]);
    const file_id = chosen["X-File-ID"];
    expect(await (await here.admin.files.downloadPayload({ project_name, file_id })).text()).toBe("calm");
  });

  it("can belong to an activity from the start, if there is such", async () => {
    const here = world();
    const { id } = await upload(here, { "X-Activity-ID": "8f0e6b2ab8d511f19c4e0a58c3d27b71" });
    expect(here.api.ayon.store.get("ProjectFile", id)).toMatchObject({
      activityId: "8f0e6b2ab8d511f19c4e0a58c3d27b71",
    });
    const error = await failure(upload(here, { "X-Activity-ID": "0".repeat(32) }));
    expect(error).toMatchObject({ status: 500, body: { code: 409 } });
  });

  it("are gone when they are deleted, from the activities that named them too", async () => {
    const here = world();
    expect(await here.admin.files.delete({ project_name, file_id: seeded })).toBeUndefined();
    expect(here.api.ayon.store.get("Activity", "8f0e6b2ab8d511f19c4e0a58c3d27b71")).toMatchObject({
      data: { author: "compositor_1", files: [] },
    });
    for (const error of await Promise.all(
      [
        here.admin.files.download({ project_name, file_id: seeded }),
        here.admin.files.downloadPayload({ project_name, file_id: seeded }),
        here.admin.files.delete({ project_name, file_id: seeded }),
      ].map(failure),
    ))
      expect(isNotFoundError(error)).toBe(true);
  });

  it("are for members of the project, and for their uploader and managers to delete", async () => {
    const here = world();
    const { id: file_id } = await upload(here);
    for (const error of await Promise.all(
      [
        artist(here).files.delete({ project_name, file_id }),
        artist(here).files.upload({ project_name: "studio_library", "X-File-Name": "a", body }),
      ].map(failure),
    ))
      expect(isPermissionDeniedError(error)).toBe(true);
    await artist(here).files.delete({ project_name, file_id: seeded });
    const { id: own } = await artist(here).files.upload({ project_name, "X-File-Name": "a", body });
    await here.client(login({ name: "producer", password: "producer" })).files.delete({ project_name, file_id: own });
    const elsewhere = here.admin.files.download({ project_name: "studio_library", file_id });
    expect(isNotFoundError(await failure(elsewhere))).toBe(true);
    const nowhere = here.admin.files.upload({ project_name: "nowhere", "X-File-Name": "a", body });
    expect(isNotFoundError(await failure(nowhere))).toBe(true);
  });

  it("need a name and bytes, and an id has its form", async () => {
    const here = world();
    for (const error of [
      await failure(upload(here, { "X-File-Name": "" })),
      await failure(upload(here, { body: new Blob([], { type: "text/plain" }) })),
      await failure(upload(here, { "X-File-ID": "short" })),
    ])
      expect(isBadRequestError(error)).toBe(true);
  });
});
