import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { MachineNode } from "./machine-node.ts";
import { nearestVersion } from "./nearest-version.ts";
import type { Peer } from "./plan.ts";

/** A peer that can be measured. */
export interface InstalledPeer extends Peer {
  /** Where its package is installed with its dependencies. */
  readonly folder: string;
  /** The file of its module. */
  readonly file: string;
}

/** What npm could install, and what a reader of the figures must know of it. */
export interface Installation {
  readonly peers: readonly InstalledPeer[];
  readonly notes: readonly string[];
}

/** Installs each package with plain npm into a folder of its own below `root`; what cannot be installed is left out. */
export async function installPeers(node: MachineNode, peers: readonly Peer[], root: string): Promise<Installation> {
  const notes: string[] = [];
  const folders = new Map<string, string | undefined>();
  const installed: InstalledPeer[] = [];
  for (const peer of peers) {
    if (!peer.install) continue;
    const [name, version] = peer.install;
    if (!folders.has(name)) {
      const target = join(root, fileName(name));
      try {
        notes.push(...(await install(node, name, version, target)));
        folders.set(name, target);
      } catch (error) {
        notes.push(`${name} ${version} is left out, npm could not install it: ${(error as Error).message}`);
        folders.set(name, undefined);
      }
    }
    const folder = folders.get(name);
    if (folder) installed.push(await placePeer(peer, folder));
  }
  return { peers: installed, notes };
}

/** Writes the module of a peer into the folder that its imports are resolved from. */
export async function placePeer(peer: Peer, folder: string): Promise<InstalledPeer> {
  const file = join(folder, `${fileName(peer.name)}.mjs`);
  await writeFile(file, peer.module);
  return { ...peer, folder, file };
}

function fileName(name: string): string {
  return name.replace(/\W+/g, "-");
}

/** @returns What is not as wanted; nothing usually. */
async function install(node: MachineNode, name: string, wanted: string, folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  const published = [JSON.parse(await node.npm(folder, "view", name, "versions", "--json"))].flat() as string[];
  const version = nearestVersion(wanted, published);
  if (!version) throw new Error("the registry has no version of it");
  await node.npm(folder, "install", "--no-audit", "--no-fund", "--save-exact", `${name}@${version}`);
  const manifest = JSON.parse(await readFile(join(folder, "node_modules", name, "package.json"), "utf8"));
  const engines: string = manifest.engines?.node ?? "";
  const least = Number(/>=\s*(\d+)/.exec(engines)?.[1] ?? 0);
  return [
    ...(version === wanted ? [] : [`${name} ${wanted} is not in the registry: ${version} is measured instead.`]),
    ...(Number.parseInt(node.version.slice(1), 10) < least
      ? [`${name} ${version} asks for Node ${engines}, and is measured on ${node.version} all the same.`]
      : []),
  ];
}
