import type { Entity } from "@fairlead/sandbox";
import type { Vercel } from "@fairlead/vercel";
import { failure } from "./failure.ts";
import { useSandbox, type Way, type World } from "./on-sandbox.ts";

/** Id of the team that the user is not in. */
export const lighthouse = "team_9c2e7b1f4a8d3056e1b2c7f4";

/** A session of its own, with what tests of domains need besides. */
export interface DomainWorld extends World {
  /** Sets TXT records at `_vercel` below an apex that some account has. */
  setRecords(apexName: string, ...txt: readonly string[]): void;
  /** Lets the user into the other team, and gives a client that acts for it. */
  join(): Vercel;
}

/** One sandbox for a file of tests; each call of the result is a world that begins with the seed. */
export function useDomainWorld(way: Way): () => DomainWorld {
  const world = useSandbox(way);
  return () => {
    const here = world();
    const { store } = here.api.vercel;
    const entity = (type: string, key: string): Entity => {
      const found = store.get(type, key);
      if (found === undefined) throw new Error(`There is no ${type} ${key}`);
      return found;
    };
    return {
      ...here,
      setRecords(apexName, ...txt) {
        store.update("Domain", entity("Domain", apexName), { dns: { txt } });
      },
      join() {
        const [member] = store.list("TeamMember", { username: "deckhand" });
        store.create("TeamMember", { ...member, teamId: lighthouse, createdAt: undefined });
        return here.client({ teamId: lighthouse });
      },
    };
  };
}

/** Status and members of the error that a call is answered with. */
export async function errorOf(call: PromiseLike<unknown>): Promise<Record<string, unknown>> {
  const { status, body } = (await failure(call)) as { status: number; body: { error: Record<string, unknown> } };
  return { status, ...body.error };
}
