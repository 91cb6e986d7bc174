import { afterAll, describe, expect, it } from "vitest";
import { logbookDocument } from "../../../test/logbook/document.ts";
import { logbookTables } from "../../../test/logbook/tables.ts";
import { openLogbook } from "../../../test/logbook/world.ts";
import { createLawContext } from "../law-context.ts";
import { LawClient } from "../requests/law-client.ts";
import { copyOf, openList } from "./list-population.ts";

const { open, close } = await openLogbook();
const parameters = { "query.ship": "gull" };
const context = createLawContext({ tables: logbookTables, document: logbookDocument, parameters, seed: 1 });
const openClient = async () => new LawClient(await open(), context, () => {});
const fog = { id: "ent_Xk4mQ9rT", ship: "gull", title: "Fog", writtenAt: 1 };

describe("a copy of an entity", () => {
  it("differs in the last of the members that are unique together, and leaves key and time to the server", async () => {
    const copy = copyOf(await openClient(), "Entry", fog);
    expect(copy).toEqual({ ship: "gull", title: expect.stringMatching(/^Fog-\d+$/) });
  });
});

describe("a list that shows keys under another name", () => {
  it("grows by entities whose keys stand in it", async () => {
    const client = await openClient();
    const { draft, grow } = await openList(client, context.operation("listEntries"));
    const keys = await grow(3);
    const { json } = await client.send(context.operation("listEntries"), draft);
    const shown = (json as { entries: { uid: string }[] }).entries.map(({ uid }) => uid);
    expect(keys).toHaveLength(3);
    expect(shown).toEqual(expect.arrayContaining(keys));
  });
});

afterAll(close);
