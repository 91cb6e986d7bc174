import type { Job } from "../entities.ts";

/** A build that failed; the first job that a test starts follows it. */
export const jobs: readonly Job[] = [
  {
    id: 5119,
    status: "error",
    messages: ["A script of the scene could not be built"],
    created_at: "2025-11-02T08:10:30.120Z",
    modified_at: "2025-11-02T08:10:52.004Z",
    data: {},
  },
];
