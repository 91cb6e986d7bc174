import type { SandboxApi } from "@fairlead/sandbox";
import { describeFile, measure } from "../asset-file.ts";
import { assetData } from "../asset-type.ts";
import type { Asset, Branch } from "../entities.ts";
import { assetFiles } from "./asset-files.ts";
import { ferryMain, main, tideGates } from "./branches.ts";

/** Where a seed can keep files. */
export type SeedTools = Parameters<Extract<SandboxApi["seed"], (...tools: never) => unknown>>[0];

type Row = readonly [
  id: number,
  name: string,
  type: string,
  parent: number | null,
  createdAt: string,
  tags?: readonly string[],
];

const ferry: readonly Row[] = [[30115, "departures.json", "json", null, "2025-09-01T06:10:00.250Z"]];

const harbour: readonly Row[] = [
  [31390, "Scripts", "folder", null, "2025-10-12T07:32:54.015Z"],
  [31391, "Textures", "folder", null, "2025-10-12T07:33:08.730Z"],
  [31392, "Materials", "folder", null, "2025-10-12T07:33:20.116Z"],
  [31393, "Panel", "folder", null, "2025-10-14T09:10:02.541Z"],
  [31394, "Data", "folder", null, "2025-10-15T10:25:47.809Z"],
  [31395, "Shaders", "folder", null, "2025-10-21T08:40:13.377Z"],
  [31402, "boat.js", "script", 31390, "2025-11-02T08:02:11.480Z", ["harbour"]],
  [31403, "tide.js", "script", 31390, "2025-10-13T08:12:30.902Z", ["harbour"]],
  [31404, "gull.js", "script", 31390, "2025-10-13T08:14:05.660Z"],
  [31405, "lamp.js", "script", 31390, "2025-10-19T12:20:44.128Z", ["lighthouse"]],
  [31406, "camera-path.js", "script", 31390, "2025-10-20T07:55:19.035Z"],
  [31407, "panel.js", "script", 31393, "2025-10-14T09:12:51.274Z"],
  [31408, "panel.html", "html", 31393, "2025-10-14T09:15:33.918Z"],
  [31409, "panel.css", "css", 31393, "2025-10-14T09:16:40.463Z"],
  [31410, "tide-table.json", "json", 31394, "2025-10-15T10:26:12.007Z"],
  [31411, "buoys.json", "json", 31394, "2025-10-15T10:28:29.551Z"],
  [31412, "credits.txt", "text", null, "2025-10-16T15:01:00.384Z"],
  [31413, "water.vert", "shader", 31395, "2025-10-21T08:41:07.620Z"],
  [31414, "water.frag", "shader", 31395, "2025-10-21T08:41:58.195Z"],
  [31417, "water.png", "texture", 31391, "2025-10-12T08:04:37.902Z", ["harbour"]],
  [31418, "planks.png", "texture", 31391, "2025-10-12T08:06:22.418Z"],
  [31419, "sail.png", "texture", 31391, "2025-10-22T11:30:45.733Z"],
  [31420, "Water", "material", 31392, "2025-10-12T08:20:16.091Z"],
  [31421, "Planks", "material", 31392, "2025-10-12T08:21:34.856Z"],
];

/** The assets of every branch, with their files kept. */
export async function makeAssets({ files }: SeedTools): Promise<Asset[]> {
  const made = async (branch: Branch, row: Row): Promise<Asset> => {
    const [id, name, type, parent, createdAt, tags = []] = row;
    const [filename, mediaType, content] = assetFiles[id] ?? [];
    const stored = content === undefined ? undefined : await files.put(content, { name, type: mediaType ?? "" });
    return {
      id,
      name,
      type,
      state: "ready",
      scope: { type: "project", id: branch.projectId },
      source: false,
      sourceId: false,
      tags: [...tags],
      preload: stored !== undefined,
      data: assetData(type),
      file: stored === undefined ? null : describeFile({ id, branchId: branch.id }, filename ?? name, measure(stored)),
      parent,
      createdAt,
      modifiedAt: createdAt,
      branchId: branch.id,
      content: stored?.sha256 ?? null,
    };
  };
  return Promise.all([
    ...ferry.map((row) => made(ferryMain, row)),
    ...[main, tideGates].flatMap((branch) => harbour.map((row) => made(branch, row))),
  ]);
}
