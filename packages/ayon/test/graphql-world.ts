import ayon from "@fairlead/ayon/sandbox";
import { type Entity, type SandboxApi, type SandboxSession, type Seed, startSandbox } from "@fairlead/sandbox";
import { afterAll, beforeAll } from "vitest";
import { createAyonCore } from "../src/core.ts";
import { type GraphqlGroup, graphqlGroup } from "../src/graphql/graphql-group.ts";
import { attributes } from "../src/sandbox/attributes.ts";

const projectName = "harbour_short";
const id = (start: string) => start.repeat(16);
const times = { createdAt: "2025-11-03T09:10:00.310445+00:00", updatedAt: "2025-11-03T09:10:00.310449+00:00" };
const common = { projectName, active: true, status: "Not started", tags: [], attrib: {}, ownAttrib: [], data: {} };

/** Ids of the entities that tests name. */
export const ids = {
  shots: "f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1",
  sh010: "f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2",
  assets: "f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3",
  buoy: "f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4",
  compositing: "a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
  modeling: "a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2",
  roto: "a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3",
  renderMain: "b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1",
  modelMain: "b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2",
  render1: "c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1",
  render2: "c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2",
  renderHero: "c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3",
  model1: "c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4",
  exr1: "d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1",
  exr2: "d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2",
  abc1: "d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3",
  scene: "e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1",
  sketch: "e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2",
};

/** Tokens of people who have logged in. */
export const tokens = {
  admin: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
  compositor_1: "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc",
  guest_1: "9999999999999999999999999999999999999999999999999999999999999999",
};

const entity = (entityId: string, members: Entity): Entity => ({ ...common, ...times, id: entityId, ...members });

const event = (key: string, topic: string, members: Entity = {}): Entity => ({
  ...times,
  id: id(key),
  hash: id(key),
  topic,
  sender: null,
  senderType: "api",
  project: projectName,
  user: "admin",
  dependsOn: null,
  status: "finished",
  retries: 0,
  description: "Something happened",
  summary: {},
  payload: {},
  ...members,
});

const entities: Seed = {
  Folder: [
    entity(ids.shots, { name: "shots", folderType: "Folder", label: "Shots of the film" }),
    entity(ids.sh010, {
      name: "sh010",
      folderType: "Shot",
      parentId: ids.shots,
      status: "In progress",
      tags: ["hero_shot", "night"],
      attrib: { fps: 30 },
      ownAttrib: ["fps"],
      data: { shotgridId: 7 },
      createdBy: "producer",
    }),
    entity(ids.assets, { name: "assets", folderType: "Folder" }),
    entity(ids.buoy, {
      name: "buoy",
      folderType: "Asset",
      parentId: ids.assets,
      status: "Approved",
      tags: ["night"],
      createdBy: "admin",
    }),
  ],
  Task: [
    entity(ids.compositing, {
      name: "compositing",
      taskType: "Compositing",
      folderId: ids.sh010,
      assignees: ["compositor_1", "producer"],
      tags: ["final cut"],
      status: "In progress",
    }),
    entity(ids.modeling, { name: "modeling", taskType: "Modeling", folderId: ids.buoy, assignees: [] }),
    entity(ids.roto, {
      name: "roto",
      label: "Rotoscoping",
      taskType: "Compositing",
      folderId: ids.sh010,
      assignees: ["compositor_1"],
      attrib: { fps: 12.5 },
      ownAttrib: ["fps"],
    }),
  ],
  Product: [
    entity(ids.renderMain, {
      name: "renderMain",
      productType: "render",
      productBaseType: "render",
      folderId: ids.sh010,
      tags: ["night"],
    }),
    entity(ids.modelMain, { name: "modelMain", productType: "model", folderId: ids.buoy, status: "Approved" }),
  ],
  Version: [
    entity(ids.render1, {
      version: 1,
      productId: ids.renderMain,
      taskId: ids.compositing,
      author: "compositor_1",
      status: "Approved",
    }),
    entity(ids.render2, {
      version: 2,
      productId: ids.renderMain,
      taskId: ids.compositing,
      author: "producer",
      tags: ["night"],
      data: { frames: 96 },
    }),
    entity(ids.renderHero, { version: -1, productId: ids.renderMain, author: "compositor_1" }),
    entity(ids.model1, { version: 1, productId: ids.modelMain, taskId: ids.modeling, author: "admin" }),
  ],
  Representation: [
    entity(ids.exr1, { name: "exr", versionId: ids.render1, files: [] }),
    entity(ids.exr2, {
      name: "exr",
      versionId: ids.render2,
      tags: ["night"],
      traits: { ayon: { version: 1 } },
      data: { context: { ext: "exr" } },
      files: [
        { id: id("71"), path: "{root[work]}/sh010_v002.exr", size: 5_000_000_000, hash: "ab12", hashType: "md5" },
      ],
    }),
    entity(ids.abc1, { name: "abc", versionId: ids.model1, files: [], status: "Approved" }),
  ],
  Workfile: [
    entity(ids.scene, { path: "{root[work]}/harbour/sh010_v001.nk", taskId: ids.compositing, tags: ["night"] }),
    entity(ids.sketch, { path: "{root[work]}/harbour/buoy.blend", taskId: ids.modeling, status: "Approved" }),
  ],
  Link: [
    {
      projectName,
      id: id("91"),
      linkType: "generative|version|version",
      inputId: ids.model1,
      inputType: "version",
      outputId: ids.render2,
      outputType: "version",
      author: "admin",
      data: {},
      createdAt: times.createdAt,
    },
    {
      projectName,
      id: id("92"),
      linkType: "breakdown|folder|folder",
      inputId: ids.buoy,
      inputType: "folder",
      outputId: ids.sh010,
      outputType: "folder",
      author: "admin",
      data: {},
      createdAt: times.createdAt,
    },
  ],
  Activity: [
    {
      ...times,
      activityId: id("81"),
      projectName,
      activityType: "reviewable",
      entityType: "version",
      entityId: ids.render2,
      body: "",
      tags: [],
      data: { author: "compositor_1" },
      references: [],
    },
  ],
  Event: [
    event("51", "entity.folder.created", { user: "producer", summary: { entityId: ids.shots } }),
    event("52", "entity.version.created", { user: "compositor_1", payload: { a: 1 } }),
    event("53", "log.info", { project: null }),
    event("54", "entity.version.status_changed", {
      dependsOn: id("52"),
      status: "in_progress",
      description: "The lighthouse version moved on",
      updatedAt: "2025-11-09T09:10:00.310449+00:00",
    }),
  ],
};

const project = {
  ...times,
  name: projectName,
  code: "hbr",
  label: "Harbour",
  library: false,
  active: true,
  data: { color: "#2f6f8f" },
  config: {},
  attrib: { fps: 25, resolutionWidth: 1920, priority: "normal" },
  ownAttrib: ["fps", "resolutionWidth", "priority"],
  folderTypes: ["Folder", "Asset", "Shot"].map((name) => ({ name, icon: "folder", shortName: "", color: "#999999" })),
  taskTypes: ["Modeling", "Compositing", "Editing"].map((name) => ({ name, icon: "layers" })),
  linkTypes: [
    {
      name: "generative|version|version",
      linkType: "generative",
      inputType: "version",
      outputType: "version",
      data: { color: "#112233" },
    },
  ],
  statuses: [
    { name: "Not started", shortName: "NOT", state: "not_started", icon: "fiber_new", color: "#8f9aa6" },
    { name: "In progress", shortName: "PRG", state: "in_progress", icon: "play_arrow", color: "#5bb8f5" },
    { name: "Approved", shortName: "APP", state: "done", icon: "task_alt", color: "#08f094" },
  ],
  tags: [{ name: "night", color: "#000033" }],
};

const closed = { ...project, name: "closed_film", code: "clo", label: null, active: false };
const skeleton = { ...project, name: "skeleton_film", code: "ske", skeleton: true };

/** The sandbox with this world in place of its own, users aside. */
const api: SandboxApi = {
  ...ayon,
  async seed(tools) {
    const { User = [] } = typeof ayon.seed === "function" ? await ayon.seed(tools) : ayon.seed;
    const guest = {
      ...times,
      name: "guest_1",
      active: true,
      attrib: { fullName: "Guest" },
      ownAttrib: ["fullName"],
      data: { isGuest: true, accessGroups: { [projectName]: ["reviewer"] } },
    };
    const Session = Object.entries(tokens).map(([userName, token]) => ({
      token,
      userName,
      expiresAt: "2099-01-01T00:00:00.000Z",
    }));
    return {
      User: [...User, guest],
      Session,
      Attribute: attributes,
      Project: [project, closed, skeleton],
      ...entities,
    };
  },
};

/** A session of its own in this world. */
export interface GraphqlWorld {
  readonly session: SandboxSession;
  /** GraphQL of a client. @param token - Whose; the admin's by default. */
  graphql(token?: string): GraphqlGroup;
  /** Sends a body as it is. */
  post(body: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
}

/** One sandbox for a file of tests; each call of the result is a new world. */
export function useGraphqlWorld(): () => GraphqlWorld {
  let sandbox: Awaited<ReturnType<typeof startSandbox>>;
  beforeAll(async () => {
    sandbox = await startSandbox({ apis: { ayon: api } });
  });
  afterAll(() => sandbox.close());
  return () => {
    const session = sandbox.session();
    const { url, fetch: local } = session.api.ayon ?? { url: "", fetch };
    const send: typeof fetch = (address, init) => local(new Request(address, init));
    return {
      session,
      graphql: (token = tokens.admin) =>
        graphqlGroup(createAyonCore({ baseUrl: url, auth: token, fetch: send, retry: false })),
      post: (body, headers = {}) =>
        send(`${url}/graphql`, {
          method: "POST",
          body,
          headers: { authorization: `Bearer ${tokens.admin}`, "content-type": "application/json", ...headers },
        }),
    };
  };
}
