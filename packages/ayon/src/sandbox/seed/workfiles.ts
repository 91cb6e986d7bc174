import type { StoredWorkfile } from "../entity/types.ts";

/** The file that the shot is composited in. */
export const workfiles: readonly StoredWorkfile[] = [
  {
    projectName: "harbour_short",
    id: "6f0e6b2ab8d511f19c4e0a58c3d27b51",
    path: "{root[work]}/harbour_short/sh010/work/hbr_sh010_v001.nk",
    taskId: "2f0e6b2ab8d511f19c4e0a58c3d27b11",
    attrib: { extension: ".nk" },
    ownAttrib: ["extension"],
    data: { comment: "First pass" },
    active: true,
    status: "Approved",
    tags: [],
    createdBy: "compositor_1",
    updatedBy: "compositor_1",
    createdAt: "2025-11-04T08:55:20.383532+00:00",
    updatedAt: "2025-11-05T18:03:47.012377+00:00",
  },
];
