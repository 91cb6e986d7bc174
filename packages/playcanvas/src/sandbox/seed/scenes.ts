import type { Scene } from "../entities.ts";
import { ferryMain, main, tideGates } from "./branches.ts";
import { ferryTimetable, harbourTour } from "./projects.ts";

const harbour = [
  {
    id: 1203,
    projectId: harbourTour.id,
    name: "Quay",
    created: "2025-10-12T07:31:20.416Z",
    modified: "2025-11-02T09:50:03.118Z",
  },
  {
    id: 1204,
    projectId: harbourTour.id,
    name: "Lighthouse",
    created: "2025-10-19T12:08:47.950Z",
    modified: "2025-11-01T16:22:35.602Z",
  },
];

const ferry: Scene = {
  id: 1102,
  projectId: ferryTimetable.id,
  name: "Departures",
  created: "2025-09-01T06:02:11.730Z",
  modified: "2025-09-01T06:40:52.004Z",
  branchId: ferryMain.id,
};

const gateHouse: Scene = {
  id: 1205,
  projectId: harbourTour.id,
  name: "Gate house",
  created: "2025-11-01T17:20:09.517Z",
  modified: "2025-11-02T09:12:30.046Z",
  branchId: tideGates.id,
};

/** The scenes of every branch; one stands on the second branch alone. */
export const scenes: readonly Scene[] = [
  ferry,
  ...[main, tideGates].flatMap(({ id: branchId }) => harbour.map((scene) => ({ ...scene, branchId }))),
  gateHouse,
];
