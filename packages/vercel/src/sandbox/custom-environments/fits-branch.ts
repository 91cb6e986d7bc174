import type { CustomEnvironment } from "../entities.ts";

/** Whether a branch is deployed to a custom environment: by its rule, and not at all where it has none. */
export function fitsBranch({ branchMatcher }: Pick<CustomEnvironment, "branchMatcher">, branch: string): boolean {
  switch (branchMatcher?.type) {
    case "equals":
      return branch === branchMatcher.pattern;
    case "startsWith":
      return branch.startsWith(branchMatcher.pattern);
    case "endsWith":
      return branch.endsWith(branchMatcher.pattern);
    default:
      return false;
  }
}
