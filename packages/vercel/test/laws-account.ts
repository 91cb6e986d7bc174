import type { Entity, Store } from "@fairlead/sandbox";

const deckhand = "5c8a3b2f9d4e1a7b6c0f2e1d";
const acmeId = "team_1a79a4d60de6718e8e5b326e";

/** Spare teams of the user, spare people in the team of all requests and in a project of it, and spare tokens. */
export function stockAccount(store: Store): void {
  const acme = store.list("Team", { slug: "acme" })[0];
  const lampkeeper = store.list("TeamMember", { username: "lampkeeper" })[0];
  const inProject = store.list("ProjectMember")[0];
  const token = store.list("AuthToken", { userId: deckhand })[0];
  for (let spare = 1; spare <= 16; spare += 1) {
    const { id: teamId } = addOfUser(store, "Team", { ...acme, id: undefined, slug: `spare-${spare}` });
    const { id: uid, email, username } = store.create("User", personOf(store, `spare-${spare}`));
    const member = { ...lampkeeper, uid, email, username, createdAt: undefined };
    store.create("TeamMember", member);
    store.create("TeamMember", { ...member, teamId });
    store.create("ProjectMember", { ...inProject, uid, email, username, createdAt: undefined });
    store.create("AuthToken", { ...token, id: undefined, createdAt: undefined });
  }
}

/**
 * What laws see of these kinds: spare teams, people in them and in projects, and tokens of the user. The team of all
 * requests is not theirs, or nothing could be asked any more; the user comes last, because a team needs an owner.
 */
export function spareOf(store: Store, type: string): readonly Entity[] {
  const all = store.list(type, (entity) => isSpare(store, entity));
  return [...all.filter(({ uid }) => uid !== deckhand), ...all.filter(({ uid }) => uid === deckhand)];
}

function isSpare(store: Store, { id, uid, userId, teamId }: Entity): boolean {
  if (uid !== undefined) return teamId !== acmeId;
  if (userId !== undefined) return userId === deckhand;
  return id !== acmeId && store.get("TeamMember", deckhand, { teamId: id }) !== undefined;
}

/** Stores an entity as if the user had made it: a team then has an owner. */
export function addOfUser(store: Store, type: string, entity: Entity): Entity {
  const made = store.create(type, { ...entity, createdAt: undefined });
  const [owner] = store.list("TeamMember", { uid: deckhand });
  if (type === "Team") store.create("TeamMember", { ...owner, teamId: made.id, createdAt: undefined });
  return made;
}

function personOf(store: Store, username: string): Entity {
  const user = store.get("User", deckhand);
  return { ...user, id: undefined, username, email: `${username}@example.com`, createdAt: undefined };
}
