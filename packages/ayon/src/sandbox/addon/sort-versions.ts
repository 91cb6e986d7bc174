/** Versions of an addon with older ones first. */
export function sortVersions<Version>(versions: Readonly<Record<string, Version>>): Record<string, Version> {
  const sorted = Object.keys(versions).sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  return Object.fromEntries(sorted.map((version) => [version, versions[version] as Version]));
}
