import { account } from "../account.ts";
import type { Checkpoint, Content } from "../entities.ts";
import { ferryMain, main, tideGates } from "./branches.ts";
import { ferryOffice } from "./projects.ts";

const first = Date.parse("2025-10-12T07:30:00.000Z");
const everyMs = 18 * 60 * 60 * 1000;

/** Between the first and the latest: so many that the list of the main branch takes two pages. */
const daily: readonly Checkpoint[] = Array.from({ length: 25 }, (_, index) => ({
  id: `5d0c7a10-3f2e-4b61-9c48-${String(index + 1).padStart(12, "0")}`,
  user: account,
  createdAt: new Date(first + (index + 1) * everyMs).toISOString(),
  description: `Work on the harbour, part ${index + 1}`,
  branchId: main.id,
}));

/** The checkpoints of every branch, the oldest first. @param mainNow - What the latest one of the main branch recorded. */
export function makeCheckpoints(mainNow: Content): Checkpoint[] {
  return [
    {
      id: ferryMain.latestCheckpointId,
      user: ferryOffice,
      createdAt: "2025-09-01T06:45:00.000Z",
      description: "First timetable",
      branchId: ferryMain.id,
    },
    {
      id: "2a6de1f7-94c3-4b0e-b1d8-75f0a3c6e912",
      user: account,
      createdAt: new Date(first).toISOString(),
      description: "Empty harbour",
      branchId: main.id,
    },
    ...daily,
    {
      id: tideGates.latestCheckpointId,
      user: account,
      createdAt: "2025-11-02T09:30:00.000Z",
      description: "Gates open at high water",
      branchId: tideGates.id,
    },
    {
      id: main.latestCheckpointId,
      user: account,
      createdAt: "2025-11-02T09:55:12.640Z",
      description: "Boats move with the tide",
      branchId: main.id,
      holds: mainNow,
    },
  ];
}
