import { builtInAnatomy } from "../built-in-anatomy.ts";
import type { AnatomyPreset, Project } from "../entities.ts";
import { projectOfAnatomy } from "../project-of-anatomy.ts";

/** The one stored preset; it is not primary, so new projects take the built-in one. */
export const commercials: AnatomyPreset = {
  name: "commercials",
  primary: false,
  version: "1.0.0",
  anatomy: {
    ...builtInAnatomy,
    attributes: { ...builtInAnatomy.attributes, fps: 25, resolutionWidth: 1920, resolutionHeight: 1080 },
  },
};

/** The projects of every session, in which the documents' examples play. */
export const projects: readonly Project[] = [
  {
    name: "harbour_short",
    code: "hbr",
    label: "Harbour",
    library: false,
    data: { color: "#2f6f8f" },
    active: true,
    ...projectOfAnatomy(builtInAnatomy),
    createdAt: "2025-11-02T09:00:12.751170+00:00",
    updatedAt: "2025-11-16T11:42:05.118233+00:00",
  },
  {
    name: "studio_library",
    code: "lib",
    library: true,
    data: {},
    active: true,
    ...projectOfAnatomy(commercials.anatomy),
    createdAt: "2025-10-02T13:20:45.200461+00:00",
    updatedAt: "2025-10-02T13:20:45.200466+00:00",
  },
];
