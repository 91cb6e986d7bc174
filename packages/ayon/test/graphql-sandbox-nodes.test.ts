import { describe, expect, it } from "vitest";
import type { GraphqlGroup } from "../src/graphql/graphql-group.ts";
import { ids, tokens, useGraphqlWorld } from "./graphql-world.ts";

const world = useGraphqlWorld();
const inProject = (selection: string) => `{ project(name: "harbour_short") { ${selection} } }`;

/** What a selection within the project gives. */
async function ask(selection: string, token = tokens.admin): Promise<Record<string, unknown>> {
  const { project } = await world().graphql(token)<{ project: Record<string, unknown> }>(inProject(selection));
  return project;
}

describe("the nodes", () => {
  it("of folders have what follows from others", async () => {
    const { folder } = await ask(`folder(id: "${ids.sh010}") {
      __typename projectName name label path type folderType parentId parents status tags data ownAttrib allAttrib
      attrib { fps resolutionWidth description } hasChildren hasTasks hasProducts hasVersions hasReviewables
      createdBy createdAt parent { name parent { name } }
      tasks(first: 1) { edges { node { name } } } products { edges { node { name } } }
    }`);
    expect(folder).toEqual({
      __typename: "FolderNode",
      projectName: "harbour_short",
      name: "sh010",
      label: null,
      path: "/shots/sh010",
      type: "Shot",
      folderType: "Shot",
      parentId: ids.shots,
      parents: ["shots"],
      status: "In progress",
      tags: ["hero_shot", "night"],
      data: '{"shotgridId":7}',
      ownAttrib: ["fps"],
      allAttrib: '{"fps":30,"resolutionWidth":1920,"priority":"normal"}',
      attrib: { fps: 30, resolutionWidth: 1920, description: null },
      hasChildren: false,
      hasTasks: true,
      hasProducts: true,
      hasVersions: true,
      hasReviewables: true,
      createdBy: "producer",
      createdAt: "2025-11-03T09:10:00.310445+00:00",
      parent: { name: "shots", parent: null },
      tasks: { edges: [{ node: { name: "compositing" } }] },
      products: { edges: [{ node: { name: "renderMain" } }] },
    });
  });

  it("of tasks inherit attributes and lead to their folder, versions and workfiles", async () => {
    const { task } = await ask(`task(id: "${ids.roto}") {
      name path parents type attrib { fps resolutionWidth } data assignees hasReviewables folder { path }
    }`);
    expect(task).toEqual({
      name: "roto",
      path: "/shots/sh010/roto",
      parents: ["shots", "sh010"],
      type: "Compositing",
      attrib: { fps: 12.5, resolutionWidth: 1920 },
      data: null,
      assignees: ["compositor_1"],
      hasReviewables: false,
      folder: { path: "/shots/sh010" },
    });
    const { task: other } = await ask(`task(id: "${ids.compositing}") {
      hasReviewables versions(last: 1) { edges { node { name } } } workfiles { edges { node { name parents task { name } } } }
    }`);
    expect(other).toEqual({
      hasReviewables: true,
      versions: { edges: [{ node: { name: "v002" } }] },
      workfiles: {
        edges: [
          { node: { name: "sh010_v001.nk", parents: ["", "shots", "compositing"], task: { name: "compositing" } } },
        ],
      },
    });
  });

  it("of products know their versions", async () => {
    const { product } = await ask(`product(id: "${ids.renderMain}") {
      name path parents type folder { name } versionList { name version id } latestVersion { name isLatest }
      featuredVersion { name } hero: featuredVersion(order: ["hero"]) { name }
      versions(sortBy: "version", last: 1) { edges { node { name } } }
    }`);
    expect(product).toEqual({
      name: "renderMain",
      path: "/shots/sh010/renderMain",
      parents: ["shots", "sh010"],
      type: "render",
      folder: { name: "sh010" },
      versionList: [
        { name: "HERO", version: -1, id: ids.renderHero },
        { name: "v001", version: 1, id: ids.render1 },
        { name: "v002", version: 2, id: ids.render2 },
      ],
      // Only versions of a list know whether they are the newest.
      latestVersion: { name: "v002", isLatest: false },
      featuredVersion: { name: "v001" },
      hero: { name: "HERO" },
      versions: { edges: [{ node: { name: "v002" } }] },
    });
  });

  it("of versions know which one is the newest, and the hero of their number", async () => {
    const { versions, version } = await ask(`
      versions(productIds: ["${ids.renderMain}"]) { edges { node { name isLatest isLatestDone heroVersionId hasReviewables } } }
      version(id: "${ids.render2}") { isLatest path parents task { name } product { name } representations { edges { node { name } } } }
    `);
    const node = (name: string, isLatest: boolean, isLatestDone: boolean, heroVersionId: string | null) => ({
      node: { name, isLatest, isLatestDone, heroVersionId, hasReviewables: name === "v002" },
    });
    expect(versions).toEqual({
      edges: [
        node("v001", false, true, ids.renderHero),
        node("v002", true, false, null),
        node("HERO", false, false, null),
      ],
    });
    expect(version).toEqual({
      isLatest: true,
      path: "/shots/sh010/renderMain/v002",
      parents: ["shots", "sh010", "renderMain"],
      task: { name: "compositing" },
      product: { name: "renderMain" },
      representations: { edges: [{ node: { name: "exr" } }] },
    });
  });

  it("of representations have their files, with sizes as texts", async () => {
    const { representation } = await ask(`representation(id: "${ids.exr2}") {
      name path parents fileCount context traits files { name path size hash hashType } version { name product { folder { path } } }
    }`);
    expect(representation).toEqual({
      name: "exr",
      path: "/shots/sh010/renderMain/v002/exr",
      parents: ["shots", "sh010", "renderMain", "v002"],
      fileCount: 1,
      context: '{"ext":"exr"}',
      traits: '{"ayon":{"version":1}}',
      files: [
        {
          name: "sh010_v002.exr",
          path: "{root[work]}/sh010_v002.exr",
          size: "5000000000",
          hash: "ab12",
          hashType: "md5",
        },
      ],
      version: { name: "v002", product: { folder: { path: "/shots/sh010" } } },
    });
  });

  it("of the project have its anatomy", async () => {
    const project = await ask(`name projectName code color active skeleton data config bundle { production staging }
      attrib { fps } allAttrib used: taskTypes(activeOnly: true) { name } folderTypes { name icon }
      linkTypes { name linkType style color } statuses { name state scope } tags { name } usedTags workfile(id: "${ids.scene}") { path }`);
    expect(project).toMatchObject({
      name: "harbour_short",
      projectName: "harbour_short",
      code: "hbr",
      color: "#2f6f8f",
      active: true,
      skeleton: false,
      data: '{"color":"#2f6f8f"}',
      config: null,
      bundle: { production: null, staging: null },
      attrib: { fps: 25 },
      used: [{ name: "Modeling" }, { name: "Compositing" }],
      folderTypes: [{ name: "Folder", icon: "folder" }, { name: "Asset" }, { name: "Shot" }],
      linkTypes: [{ name: "generative|version|version", linkType: "generative", style: "solid", color: "#112233" }],
      statuses: [{ state: "not_started", scope: null }, { state: "in_progress" }, { state: "done" }],
      tags: [{ name: "night" }],
      usedTags: ["final cut", "hero_shot", "night"],
      workfile: { path: "{root[work]}/harbour/sh010_v001.nk" },
    });
  });

  it("come with their JSON parsed from the lists of the client", async () => {
    const graphql = world().graphql();
    const { nodes } = await graphql.representations({ project_name: "harbour_short", ids: [ids.exr2] });
    expect(nodes).toMatchObject([
      { context: { ext: "exr" }, traits: { ayon: { version: 1 } }, files: [{ hash: "ab12" }] },
    ]);
    const folders = await graphql.folders({ project_name: "harbour_short", ids: [ids.sh010] });
    expect(folders.nodes).toMatchObject([{ allAttrib: { fps: 30 }, data: { shotgridId: 7 } }]);
    for (const list of ["folders", "tasks", "products", "versions", "workfiles"] as const) {
      const page = await (graphql[list] as GraphqlGroup["folders"])({ project_name: "harbour_short" });
      expect(page.nodes.length).toBeGreaterThan(1);
    }
  });
});

describe("what is not there", () => {
  it.each(["folder", "task", "product", "version", "representation", "workfile"])(
    "is null with an error beside the rest of the data: %s",
    async (type) => {
      const missing = `${type}(id: "00000000000000000000000000000000") { name }`;
      const result = await world()
        .graphql()
        .safe(inProject(`name ${missing}`));
      expect(result).toMatchObject({
        ok: false,
        error: {
          kind: "notFound",
          data: { project: { name: "harbour_short", [type]: null } },
          errors: [{ path: ["project", type] }],
        },
      });
    },
  );

  it("empties the whole answer where a field is never null", async () => {
    const result = await world().graphql().safe(`{ me { name } project(name: "none") { name } }`);
    expect(result).toMatchObject({ error: { kind: "notFound", data: null, errors: [{ path: ["project"] }] } });
  });

  it("is a failure without a status where the id is none", async () => {
    const result = await world().graphql().safe(inProject('folder(id: "x") { name }'));
    expect(result).toMatchObject({ error: { kind: "server", data: { project: { folder: null } } } });
  });
});
