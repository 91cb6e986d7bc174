import type { Store } from "@fairlead/sandbox";
import { isOnItsWay, type StoredDeployment, stateOf } from "./deployment.ts";
import type { Order } from "./read-order.ts";

/**
 * Tells whether two orders are similar: the same files or commit, for the same environment, with the same settings and
 * variables, values and all. What only describes a deployment, such as `meta`, does not count.
 * @param variables - With their values, of which only the hash is kept.
 * @returns The SHA-256 of all that in hexadecimal digits.
 */
export async function likenessOf(order: Order, variables: readonly unknown[]): Promise<string> {
  const files = order.files?.map(({ file, sha, mode }) => [file, sha, mode] as const);
  const parts = [
    files?.toSorted(([one], [other]) => (one < other ? -1 : 1)),
    order.gitSource,
    order.customEnvironment?.id ?? order.target,
    order.settings,
    variables,
  ];
  const bytes = new TextEncoder().encode(JSON.stringify(parts.map(sorted)));
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The newest deployment of a project that is similar and has not failed. */
export function findSimilar(store: Store, projectId: string, likeness: string): StoredDeployment | undefined {
  const similar = store.list("Deployment", { projectId, likeness }) as readonly StoredDeployment[];
  return similar.findLast((deployment) => isOnItsWay(deployment) || stateOf(deployment) === "READY");
}

/** A value in which the members of objects stand in the order of their names. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value ?? null;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, member]) => [name, sorted(member)]),
  );
}
