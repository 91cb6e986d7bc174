import type { components } from "../generated/schema.ts";
import { withoutNulls } from "./attrib.ts";
import { attributes } from "./attributes.ts";
import type { Anatomy, Project } from "./entities.ts";

type Named = { readonly name: string };

/** The anatomy that a project has now: the other way round than `projectOfAnatomy`. */
export function anatomyOfProject(project: Project): Anatomy {
  const { config, attrib } = project;
  const { common, ...kinds } = membersOf(config.templates);
  const templates = Object.fromEntries(templateKinds.map((kind) => [kind, listOf(kinds[kind])]));
  return {
    entity_naming: { capitalization: "lower", separator: "_", ...membersOf(config.entityNaming) },
    roots: listOf(config.roots) as Anatomy["roots"],
    templates: { ...membersOf(common), ...templates },
    attributes: { ...attributeDefaults(), ...attrib },
    folder_types: project.folderTypes.map(withOriginal),
    task_types: project.taskTypes.map(withOriginal),
    link_types: project.linkTypes.map(linkType),
    statuses: project.statuses.map(withOriginal),
    tags: project.tags.map(withOriginal),
    product_base_types: membersOf(config.productBaseTypes),
  };
}

const templateKinds = ["work", "publish", "hero", "delivery", "staging", "others"];

/** What projects have where nothing was set; null for what has no default. */
function attributeDefaults(): Anatomy["attributes"] {
  const ofProjects = attributes.filter(({ scope }) => scope.includes("project"));
  return Object.fromEntries(ofProjects.map(({ name, data }) => [name, data.default ?? null]));
}

function withOriginal<Item extends Named>(item: Item): Item & { original_name: string } {
  return { ...item, original_name: item.name };
}

function linkType(type: components["schemas"]["LinkType"]): components["schemas"]["AnatomyLinkType"] {
  const { color, style } = membersOf(type.data);
  const look = withoutNulls({ color, style });
  return { link_type: type.linkType, input_type: type.inputType, output_type: type.outputType, ...look };
}

/** Items that are stored by name. */
function listOf(byName: unknown): { name: string }[] {
  return Object.entries(membersOf(byName)).map(([name, item]) => ({ name, ...membersOf(item) }));
}

/** The members of an object; none of anything else, since a config may hold whatever was sent. */
function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
