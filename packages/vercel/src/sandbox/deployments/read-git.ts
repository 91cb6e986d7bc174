import type { Random } from "@fairlead/sandbox";
import type { StoredGitSource } from "./deployment.ts";

/** What a request tells about the commit that local files come from. */
export interface GivenGitMetadata {
  readonly [name: string]: string | boolean | undefined;
}

/**
 * A repository with its commit. The sandbox reaches no repository: where the request names no commit, the newest one of
 * a branch is made up, the same every time.
 */
export function withCommit(source: StoredGitSource, random: Random, latest: boolean = false): StoredGitSource {
  if (source.sha !== undefined && !latest) return source;
  const { sha: _sha, ...branch } = source;
  return { ...source, sha: random.hex(`newest commit of ${JSON.stringify(branch)}`, 40) };
}

/** The members of `meta` that tell of the commit, under the names that the vendor's own tool leads to. */
export function commitMeta(git: GivenGitMetadata | undefined): Readonly<Record<string, string>> {
  const told = Object.entries(git ?? {}).filter(([name]) => name.startsWith("commit") || name === "dirty");
  return Object.fromEntries(
    told.map(([name, value]) => [`git${name[0]?.toUpperCase()}${name.slice(1)}`, String(value)]),
  );
}

/** The members of `meta` that tell of the commit of a repository, which each service names after itself. */
export function sourceMeta(source: StoredGitSource | undefined): Readonly<Record<string, string>> {
  if (source === undefined) return {};
  const service = source.type.replace(/-(limited|custom-host)$/, "");
  const { ref, sha } = source;
  return { ...(ref && { [`${service}CommitRef`]: ref }), ...(sha && { [`${service}CommitSha`]: sha }) };
}
