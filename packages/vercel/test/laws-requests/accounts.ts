import type { LawClient, RequestDraft, RequestMakers } from "@fairlead/contract";
import { bodyOf, withMembers } from "./change-body.ts";
import { newName } from "./new-name.ts";

/** Requests about teams, their members, members of projects and tokens: names that are free, and people that are there. */
export const accountRequests: RequestMakers = {
  createTeam: async (client, derived) => withMembers(derived, { slug: await newName(client, "Team", "slug", "pier-") }),
  async updateTeam(client, derived) {
    const { slug } = bodyOf<{ slug?: string }>(derived);
    return slug === undefined ? {} : withMembers(derived, { slug: await newName(client, "Team", "slug", "pier-") });
  },
  async deleteTeam({ world }, { path, query }) {
    const next = (await world.entities("Team")).find(({ id }) => id !== path.teamId);
    return { query: { ...query, ...(query.newDefaultTeamId !== undefined && { newDefaultTeamId: next?.id }) } };
  },
  async inviteTeamMember(client, derived) {
    const given = bodyOf<Invitation>(derived);
    const name = await newName(client, "User", "username", "guest-");
    const invited = [given].flat().map((one, index) => ({ ...one, email: `${name}-${index}@example.com` }));
    const [project] = await client.world.entities("Project");
    const value = invited.map((one) => ({
      ...one,
      ...(one.projects !== undefined && {
        projects: one.projects.map((role) => ({ ...role, projectId: project?.id })),
      }),
    }));
    const body = { mediaType: "application/json", value: Array.isArray(given) ? value : value[0] };
    return { path: { ...derived.path, teamId: "acme" }, body };
  },
  async updateTeamMember(client, derived) {
    const { projects } = bodyOf<{ projects?: object[] }>(derived);
    const [project] = await client.world.entities("Project");
    return {
      path: { ...derived.path, teamId: "acme", uid: "5d7e2a90c41b8f3e6a0d9b42" },
      ...withMembers(derived, { projects: projects?.map((role) => ({ ...role, projectId: project?.id })) }),
    };
  },
  deleteTeamMember: async (client, derived) => ({
    path: await memberPath(client, derived),
    query: { ...derived.query, newDefaultTeamId: undefined },
  }),
  async createProjectMember({ world }, derived) {
    const [member] = await world.entities("TeamMember");
    const { uid, username, email } = member ?? {};
    const given = bodyOf<object>(derived);
    const names = Object.entries({ uid, username, email }).filter(([name]) => name in given);
    return withMembers(derived, Object.fromEntries(names));
  },
  createToken({ world }, derived) {
    const { expiresAt, projectId } = bodyOf<{ expiresAt?: number; projectId?: string }>(derived);
    const end = expiresAt === undefined ? {} : { expiresAt: world.now() + 60_000 };
    return projectId === undefined
      ? withMembers(derived, end)
      : withMembers(derived, { ...end, projectId: "harbour-site" });
  },
};

type Role = { readonly projectId?: unknown };
type Invitation = { readonly projects?: readonly Role[] } | readonly { readonly projects?: readonly Role[] }[];

/** A member of the team of all requests. */
async function memberPath({ world }: LawClient, { path }: RequestDraft): Promise<RequestDraft["path"]> {
  const all = await world.entities("TeamMember");
  const people = all.filter(({ role }) => role !== "OWNER"); // a team needs one
  const member = people.find(({ uid, teamId }) => uid === path.uid && teamId === path.teamId) ?? people[0];
  return { ...path, teamId: member?.teamId, uid: member?.uid };
}
