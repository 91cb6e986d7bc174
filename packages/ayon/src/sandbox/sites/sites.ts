import type { components } from "../../generated/schema.ts";

/** A workstation that the server knows. */
export type Site = components["schemas"]["Site"] & { readonly platform: "windows" | "linux" | "darwin" };

/** The workstations of every session. They never change: no operation here registers one. */
export const sites: readonly Site[] = [
  {
    id: "harbour-comp-07",
    platform: "linux",
    hostname: "comp-07.example.com",
    version: "1.5.0",
    users: ["compositor_1"],
  },
  {
    id: "harbour-layout-02",
    platform: "windows",
    hostname: "layout-02.example.com",
    version: "1.5.0",
    users: ["producer", "compositor_1"],
  },
];
