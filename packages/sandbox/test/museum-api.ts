import type { SandboxApi, Seed } from "../src/api.ts";
import type { Call } from "../src/engine/call.ts";
import { isStoredFile } from "../src/engine/live-call.ts";
import { museumTables } from "./museum-tables.ts";

/** What a museum's session begins with: three exhibitions, two tickets, a visitor, a label in two languages. */
export const museumSeed: Seed = {
  Exhibition: [
    { id: 1000, title: "Lamps", wing: "north", open: true },
    { id: 1001, title: "Clocks", wing: "south", open: true },
    { id: 1002, title: "Maps", wing: "north", open: false },
  ],
  Ticket: [
    { id: "0e0f6a4e-8f5d-4f53-9d4b-2f1c5a3b7e10", exhibitionId: 1000, price: 12.5 },
    { id: "1e0f6a4e-8f5d-4f53-9d4b-2f1c5a3b7e11", exhibitionId: 1000, price: 8 },
  ],
  Visitor: [{ id: "V1", name: "Ada", email: "ada@museum.example" }],
  Label: [
    { id: "lamp", language: "en", text: "A lamp" },
    { id: "lamp", language: "de", text: "Eine Lampe" },
  ],
};

interface PhotoCall {
  parameters: { path: { id: number } };
  requestBody: { content: { "multipart/form-data": { title: string; file: unknown } } };
}

/** The museum as an API of the sandbox, with hooks for what its tables can't say. */
export const museumApi: SandboxApi = {
  tables: museumTables,
  seed: museumSeed,
  hooks: {
    operations: {
      async uploadPhoto(call: Call<PhotoCall>) {
        const { title, file } = call.body;
        if (!isStoredFile(file)) throw call.refuse(400, "file is missing");
        const kept = await call.files.put(file.blob, { name: file.name, type: file.type });
        const photo = call.store.create("Photo", { title, size: kept.size, md5: kept.md5, sha256: kept.sha256 });
        return call.reply(photo);
      },
      getPhotoFile(call: Call<PhotoCall>) {
        const photo = call.store.get("Photo", call.path.id);
        const file = photo && call.files.get(String(photo.sha256));
        if (file === undefined) throw call.refuse(404, `Photo ${call.path.id} does not exist`);
        return { status: 200, file };
      },
      putGuide(call: Call<{ parameters: object; requestBody: { content: { "audio/*": unknown } } }>) {
        const file = call.body;
        return call.reply({ size: isStoredFile(file) ? file.size : 0 });
      },
    },
    jobs: {
      exportCatalogue: {
        start(call: Call<{ parameters: object; requestBody: { content: { json: { wing: string } } } }>) {
          const { wing } = call.body;
          if (wing === "cellar") throw call.refuse(404, "The museum has no cellar");
          return { data: { wing } };
        },
        finish(job, { origin, store }) {
          const { wing } = job.data as { wing: string };
          if (wing === "broken") throw new Error("The catalogue could not be printed");
          const titles = store.list("Exhibition", { wing }).map(({ title }) => title);
          return { data: { wing, titles, url: `${origin}/catalogue/${String(job.id)}` } };
        },
        fail: () => ({ data: {} }),
      },
    },
  },
};
