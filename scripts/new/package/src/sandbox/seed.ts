import type { Seed } from "@fairlead/sandbox";

/** What every session begins with: the things of the document's examples. */
export const seed: Seed = {
  Thing: [
    { id: 7, name: "Red lamp" },
    { id: 8, name: "Green lamp" },
  ],
};
