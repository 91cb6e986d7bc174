import { account } from "../account.ts";
import type { Project, User } from "../entities.ts";

/** The project of the documents' examples. */
export const harbourTour: Project = { id: 691250, name: "Harbour tour", owner_id: account.id, primary_app: 41 };

/** Who owns the other project. */
export const ferryOffice: User = { id: 31208, fullName: "Ferry Office", username: "ferry-office" };

/** A small project of another owner in which the account may work too; it has no app. */
export const ferryTimetable: Project = {
  id: 690118,
  name: "Ferry timetable",
  owner_id: ferryOffice.id,
  primary_app: null,
};

/** The projects that the token can see. */
export const projects: readonly Project[] = [ferryTimetable, harbourTour];
