/**
 * The version to take: the wanted one where it exists, else the newest before it, else the oldest after it.
 * @param published - Every version that the registry has; prereleases are never taken instead of a release.
 * @returns `undefined` where there is nothing to choose from.
 */
export function nearestVersion(wanted: string, published: readonly string[]): string | undefined {
  if (published.includes(wanted)) return wanted;
  const releases = published.filter((version) => /^\d+\.\d+\.\d+$/.test(version)).sort(compareVersions);
  const before = releases.filter((version) => compareVersions(version, wanted) < 0);
  return before.at(-1) ?? releases[0];
}

/** Below 0 where the first release is older, above 0 where it is newer. */
function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split(".").map(Number));
  for (const [index, part] of (a ?? []).entries()) {
    const difference = part - (b?.[index] ?? 0);
    if (difference) return difference;
  }
  return 0;
}
