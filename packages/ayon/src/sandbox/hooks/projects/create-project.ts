import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { findPreset, primaryAnatomy } from "../../anatomy.ts";
import { withoutNulls } from "../../attrib.ts";
import { builtInAnatomy } from "../../built-in-anatomy.ts";
import { demandManager } from "../../caller.ts";
import type { Project, User } from "../../entities.ts";
import { projectOfAnatomy } from "../../project-of-anatomy.ts";

/** A project from an anatomy; what a given anatomy leaves out is as in the built-in one. */
export const createProject: Hook<operations["createProject"]> = async (call) => {
  await demandManager(call);
  const { store, body } = call;
  const { name, code, label, color, anatomy, anatomyPreset, library, assignUsers = true, skeleton = false } = body;
  const same = store.list("Project", (one) => isSame(one.name, name) || isSame(one.code, code)) as readonly Project[];
  const planned = same.find((one) => one.skeleton && one.name === name && !skeleton);
  if (same.some((one) => one !== planned)) throw call.refuse(409, `A project ${name} (${code}) exists`);
  const source = anatomyPreset ? findPreset(call, anatomyPreset) : primaryAnatomy(call);
  const members = {
    name,
    code,
    label: label ?? undefined,
    library: library ?? false,
    skeleton: skeleton || undefined,
    data: withoutNulls({ color }),
    ...projectOfAnatomy(anatomy === undefined ? source : { ...builtInAnatomy, ...anatomy }),
  };
  if (planned === undefined) store.create("Project", withoutNulls(members));
  else store.update("Project", planned, members);
  if (assignUsers) for (const user of store.list("User") as readonly User[]) assign(user);
  return call.reply(null);

  function assign(user: User): void {
    const { accessGroups = {}, defaultAccessGroups = [] } = user.data;
    if (defaultAccessGroups.length === 0) return;
    const groups = { ...accessGroups, [name]: defaultAccessGroups };
    store.update("User", user, { data: { ...user.data, accessGroups: groups } });
  }
};

function isSame(value: unknown, text: string): boolean {
  return String(value).toLowerCase() === text.toLowerCase();
}
