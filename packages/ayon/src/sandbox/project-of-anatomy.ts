import type { components } from "../generated/schema.ts";
import { withoutNulls } from "./attrib.ts";
import type { Anatomy, Project } from "./entities.ts";

/** What of a project comes from its anatomy. */
export type FromAnatomy = Pick<
  Project,
  "folderTypes" | "taskTypes" | "linkTypes" | "statuses" | "tags" | "config" | "attrib" | "ownAttrib"
>;

type Named = { readonly name: string; readonly original_name?: string | null };

/** The types, statuses, templates and attributes that an anatomy gives a project, in the project's own form. */
export function projectOfAnatomy(anatomy: Anatomy): FromAnatomy {
  const attrib = withoutNulls(anatomy.attributes);
  return {
    folderTypes: anatomy.folder_types.map(withoutOriginal),
    taskTypes: anatomy.task_types.map(withoutOriginal),
    linkTypes: anatomy.link_types.map(linkType),
    statuses: anatomy.statuses.map(withoutOriginal),
    tags: anatomy.tags.map(withoutOriginal),
    config: {
      roots: byName(anatomy.roots),
      templates: templates(anatomy.templates),
      entityNaming: anatomy.entity_naming,
      productBaseTypes: anatomy.product_base_types,
    },
    attrib,
    ownAttrib: Object.keys(attrib),
  };
}

function withoutOriginal<Item extends Named>({ original_name: _name, ...item }: Item): Omit<Item, "original_name"> {
  return item;
}

function linkType(type: components["schemas"]["AnatomyLinkType"]): components["schemas"]["LinkType"] {
  const { link_type, input_type, output_type, color, style } = type;
  return {
    name: `${link_type}|${input_type}|${output_type}`,
    linkType: link_type,
    inputType: input_type,
    outputType: output_type,
    data: withoutNulls({ color, style }),
  };
}

/** Templates by kind and name; those that belong to no kind stand under `common`. */
function templates(all: Anatomy["templates"]): Record<string, unknown> {
  const { version_padding, version, frame_padding, frame, ...kinds } = all;
  const common = withoutNulls({ version_padding, version, frame_padding, frame });
  return { common, ...Object.fromEntries(Object.entries(kinds).map(([kind, items]) => [kind, byName(items)])) };
}

function byName<Item extends Named>(items: readonly Item[]): Record<string, Omit<Item, "name">> {
  return Object.fromEntries(items.map(({ name, ...item }) => [name, item]));
}
