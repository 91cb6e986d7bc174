import { describe, expectTypeOf, it } from "vitest";
import type { components, Vercel } from "../src/index.ts";
import type * as operations from "../src/operations.ts";
import type { Bound, Facts, Standalone } from "./types/facts.ts";

type S = components["schemas"];

/** What names the account of a call. */
interface Team {
  teamId?: S["TeamId"];
  slug?: string;
}

declare const vc: Vercel;

describe("the types of teams and their members", () => {
  it("createTeam", () => {
    type Expected = Facts<{ body: S["NewTeam"] }, S["CreatedTeam"], 200, 400 | 401 | 403 | 404 | 409 | 410 | 429>;
    expectTypeOf<Bound<typeof vc.teams.create>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.createTeam>>().toEqualTypeOf<Expected>();
  });
  it("updateTeam", () => {
    type Expected = Facts<
      { teamId: string } & { slug?: string } & { body: S["TeamPatch"] },
      S["Team"],
      200,
      400 | 401 | 402 | 403 | 404 | 409 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.teams.update>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.updateTeam>>().toEqualTypeOf<Expected>();
  });
  it("deleteTeam", () => {
    type Expected = Facts<
      { teamId: string } & { slug?: string; newDefaultTeamId?: string } & { body?: S["TeamRemovalReasons"] },
      S["DeletedTeam"],
      200,
      400 | 401 | 402 | 403 | 404 | 409 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.teams.delete>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteTeam>>().toEqualTypeOf<Expected>();
  });
  it("listTeamMembers", () => {
    type Expected = Facts<
      { teamId: string } & {
        slug?: string;
        limit?: number;
        since?: S["Timestamp"];
        until?: S["Timestamp"];
        search?: string;
        role?: S["TeamRole"];
        excludeProject?: string;
        eligibleMembersForProjectId?: string;
      },
      S["TeamMemberPage"],
      200,
      400 | 401 | 403 | 404 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.teamMembers.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listTeamMembers>>().toEqualTypeOf<Expected>();
  });
  it("inviteTeamMember", () => {
    type Expected = Facts<
      { teamId: string } & { slug?: string } & { body: S["TeamInvitation"] | S["TeamInvitation"][] },
      S["InvitedTeamMember"],
      200,
      400 | 401 | 403 | 404 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.teamMembers.invite>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.inviteTeamMember>>().toEqualTypeOf<Expected>();
  });
  it("updateTeamMember", () => {
    type Expected = Facts<
      { teamId: string; uid: string } & { body: S["TeamMemberPatch"] },
      S["ChangedTeam"],
      200,
      400 | 401 | 402 | 403 | 404 | 409 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.teamMembers.update>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.updateTeamMember>>().toEqualTypeOf<Expected>();
  });
  it("deleteTeamMember", () => {
    type Expected = Facts<
      { teamId: string; uid: string } & { newDefaultTeamId?: string },
      S["ChangedTeam"],
      200,
      400 | 401 | 403 | 404 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.teamMembers.delete>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteTeamMember>>().toEqualTypeOf<Expected>();
  });
});

describe("the types of members of projects", () => {
  it("listProjectMembers", () => {
    type Expected = Facts<
      { idOrName: string } & {
        teamId?: S["TeamId"];
        slug?: string;
        limit?: number;
        since?: S["Timestamp"];
        until?: S["Timestamp"];
        search?: string;
      },
      S["ProjectMemberPage"],
      200,
      400 | 401 | 403 | 404 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.projectMembers.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listProjectMembers>>().toEqualTypeOf<Expected>();
  });
  it("createProjectMember", () => {
    type Expected = Facts<
      { idOrName: string } & Team & { body: S["NewProjectMember"] },
      S["ChangedProject"],
      200,
      400 | 401 | 403 | 404 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.projectMembers.add>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.createProjectMember>>().toEqualTypeOf<Expected>();
    type Role = S["ProjectRoleToGive"];
    expectTypeOf<{ uid: string; role: Role }>().toExtend<S["NewProjectMember"]>();
    expectTypeOf<{ email: string; role: Role }>().toExtend<S["NewProjectMember"]>();
    expectTypeOf<{ role: Role }>().not.toExtend<S["NewProjectMember"]>();
  });
  it("deleteProjectMember", () => {
    type Expected = Facts<
      { idOrName: string; uid: string } & Team,
      S["ChangedProject"],
      200,
      400 | 401 | 403 | 404 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.projectMembers.delete>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteProjectMember>>().toEqualTypeOf<Expected>();
  });
});

describe("the types of tokens", () => {
  it("listTokens", () => {
    type Expected = Facts<Record<string, never> | undefined, S["AuthTokenList"], 200, 400 | 401 | 403 | 410 | 429>;
    expectTypeOf<Bound<typeof vc.tokens.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listTokens>>().toEqualTypeOf<Expected>();
  });
  it("createToken", () => {
    type Expected = Facts<
      Team & { body: S["NewAuthToken"] },
      S["CreatedAuthToken"],
      200,
      400 | 401 | 403 | 404 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.tokens.create>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.createToken>>().toEqualTypeOf<Expected>();
  });
  it("getToken", () => {
    type Expected = Facts<{ tokenId: string }, S["AuthTokenAnswer"], 200, 400 | 401 | 403 | 404 | 410 | 429>;
    expectTypeOf<Bound<typeof vc.tokens.get>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getToken>>().toEqualTypeOf<Expected>();
  });
  it("deleteToken", () => {
    type Expected = Facts<{ tokenId: string }, S["DeletedAuthToken"], 200, 400 | 401 | 403 | 404 | 410 | 429>;
    expectTypeOf<Bound<typeof vc.tokens.delete>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteToken>>().toEqualTypeOf<Expected>();
  });
});
