import type { SandboxApi, StoredFile } from "@fairlead/sandbox";
import { type StoredDeploymentFile, type UploadedFile, usualMode } from "../files/deployment-file.ts";
import { acme } from "./teams.ts";

/** Where a seed can keep files. */
export type SeedTools = Parameters<Extract<SandboxApi["seed"], (...tools: never) => unknown>>[0];

const contents = {
  "index.html": "<!doctype html>\n<title>Harbour</title>\n<h1>Harbour</h1>\n",
  "package.json": '{ "name": "harbour-site", "private": true, "scripts": { "build": "next build" } }\n',
  "public/tide table.html": "<!doctype html>\n<title>Tides</title>\n<p>High water at 6:12 and 18:37\n",
  "src/tides.js": "export const hoursBetweenTides = 12.42;\n",
} as const;

/** The files that the first deployments were made from. */
export async function makeFiles({ files }: SeedTools): Promise<readonly StoredDeploymentFile[]> {
  const kept: StoredDeploymentFile[] = [];
  for (const [file, content] of Object.entries(contents)) {
    const { sha1, sha256, size }: StoredFile = await files.put(content);
    kept.push({ file, sha: sha1, content: sha256, size, mode: usualMode });
  }
  return kept;
}

/** The same bytes as uploads of the team, which new deployments may name without uploading them again. */
export function uploadsOf(files: readonly StoredDeploymentFile[]): readonly UploadedFile[] {
  return files.map(({ sha, content, size }) => ({ sha, accountId: acme.id, content, size }));
}
