import type { StoredLink } from "../entity/types.ts";

/** The model is in the second version of the render. */
export const links: readonly StoredLink[] = [
  {
    projectName: "harbour_short",
    id: "7f0e6b2ab8d511f19c4e0a58c3d27b61",
    linkType: "generative|version|version",
    inputId: "4f0e6b2ab8d511f19c4e0a58c3d27b33",
    inputType: "version",
    outputId: "4f0e6b2ab8d511f19c4e0a58c3d27b32",
    outputType: "version",
    author: "compositor_1",
    data: {},
    createdAt: "2025-11-06T15:02:46.204518+00:00",
  },
];
