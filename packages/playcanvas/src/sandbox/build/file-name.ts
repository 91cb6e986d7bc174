/** The name of a ZIP: the app's name in lower case with hyphens, such as `harbour-tour.zip`. */
export function fileNameOf(name: string): string {
  const slug = name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 80);
  return `${slug || "build"}.zip`;
}
