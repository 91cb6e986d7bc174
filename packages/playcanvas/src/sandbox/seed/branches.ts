import { account } from "../account.ts";
import type { Branch } from "../entities.ts";
import { ferryOffice, ferryTimetable, harbourTour } from "./projects.ts";

/** The main branch of the documents' examples. */
export const main: Branch = {
  id: "0b5b2c04-6f0b-4f53-8a52-3c1b8f3f9a10",
  projectId: harbourTour.id,
  name: "main",
  createdAt: "2025-10-12T07:30:00.000Z",
  closed: false,
  permanent: true,
  latestCheckpointId: "7c1e0d2a-58b9-4f36-8e47-19d2b6a0c5f3",
  user: account,
};

/** A branch whose id is the placeholder of the vendor's pages, so that calls copied from there find one. */
export const tideGates: Branch = {
  id: "99999999-9999-9999-9999-999999999999",
  projectId: harbourTour.id,
  name: "tide-gates",
  createdAt: "2025-11-01T17:05:00.000Z",
  closed: false,
  permanent: false,
  latestCheckpointId: "b8f4d0a6-2e17-4c95-a3d8-5f60c7e1b924",
  user: account,
};

/** The only branch of the other project. */
export const ferryMain: Branch = {
  id: "c2a5f7d8-1b3e-4c60-8f92-6d4e0b9a7c15",
  projectId: ferryTimetable.id,
  name: "main",
  createdAt: "2025-09-01T06:00:00.000Z",
  closed: false,
  permanent: true,
  latestCheckpointId: "d41e6b93-7a02-4f58-b6c9-0e83a5d2f717",
  user: ferryOffice,
};

/** The branches of both projects. */
export const branches: readonly Branch[] = [ferryMain, main, tideGates];
