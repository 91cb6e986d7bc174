import type { Bundle } from "../bundles/bundle.ts";

const none = { addonDevelopment: {}, isArchived: false, isDev: false, isProject: false, activeUser: null };

/** The bundle in use, and the next one on trial. */
export const bundles: readonly Bundle[] = [
  {
    name: "harbour-2026-11",
    createdAt: "2025-11-02T08:30:04.817337+00:00",
    addons: { harbour_tools: "1.2.0" },
    installerVersion: "1.5.0",
    dependencyPackages: { linux: "harbour-deps-2025.11-linux.zip" },
    isProduction: true,
    isStaging: false,
    ...none,
  },
  {
    name: "harbour-2026-12",
    createdAt: "2025-11-09T14:05:31.640218+00:00",
    addons: { harbour_tools: "1.3.0" },
    installerVersion: "1.5.0",
    dependencyPackages: { linux: "harbour-deps-2025.11-linux.zip" },
    isProduction: false,
    isStaging: true,
    ...none,
  },
];
