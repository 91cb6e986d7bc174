import { account } from "../account.ts";
import type { App } from "../entities.ts";
import { harbourTour } from "./projects.ts";

/** The published builds of the project, as in the documents' examples. */
export const apps: readonly App[] = [
  {
    id: 38,
    ...owned(38),
    name: "Harbour tour",
    description: "",
    version: "",
    release_notes: "",
    size: 8_100_432,
    views: 12,
    completed_at: "2025-10-20T14:02:10.377Z",
    created_at: "2025-10-20T14:01:58.640Z",
    modified_at: "2025-10-20T14:02:10.377Z",
  },
  {
    id: 41,
    ...owned(41),
    name: "Harbour tour",
    description: "A walk around the harbour",
    version: "1.2.0",
    release_notes: "Boats move with the tide",
    size: 8_412_160,
    views: 315,
    completed_at: "2025-11-02T10:20:44.981Z",
    created_at: "2025-11-02T10:20:31.004Z",
    modified_at: "2025-11-02T10:20:44.981Z",
  },
];

function owned(id: number): Pick<App, "project_id" | "owner_id" | "thumbnails" | "url"> {
  const image = (size: string): string => `https://images.example.com/apps/${id}/${size}.jpg`;
  return {
    project_id: harbourTour.id,
    owner_id: account.id,
    thumbnails: { s: image("s"), m: image("m"), l: image("l"), xl: image("xl") },
    url: `https://apps.example.com/p/${id}`,
  };
}
