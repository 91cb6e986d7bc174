import { describe, expect, it } from "vitest";
import { jsonAnswers, nameOf, type Observed } from "./observed/answers.ts";
import { validatorOf } from "./observed/document.ts";
import { isRecord, record } from "./observed/record.ts";

/** Bodies that are a map of texts, in which a new member is a text too. */
const mapsOfTexts = ["getSiteRoots 200"];

describe("a document that takes the answers of a running server", () => {
  it("takes members that nobody has seen yet", () => {
    const objects = jsonAnswers.filter(({ body }) => isRecord(body));
    const refused = objects.filter((answer) => !validatorOf(answer)({ ...record(answer.body), aNewMember: ["new"] }));
    expect(refused.map(nameOf)).toEqual(mapsOfTexts);
  });

  it("refuses them without any of the members that it requires", () => {
    const tried = everyRequired().map(({ answer, key }) => {
      const { [key]: _, ...rest } = record(answer.body);
      return validatorOf(answer)(rest) ? `${nameOf(answer)} is taken without ${key}` : undefined;
    });
    expect(tried.filter((finding) => finding !== undefined)).toEqual([]);
    expect(tried.length).toBeGreaterThan(jsonAnswers.length);
  });

  it("refuses them with another type in any of these members", () => {
    const tried = everyRequired().map(({ answer, key }) => {
      const body = { ...record(answer.body), [key]: [[["no such thing"]]] };
      return validatorOf(answer)(body) ? `${nameOf(answer)} is taken with a list of lists as ${key}` : undefined;
    });
    expect(tried.filter((finding) => finding !== undefined)).toEqual([]);
  });

  const broken: [what: string, operationId: string, path: string, value: unknown][] = [
    ["an empty token", "login", "/token", ""],
    ["a role of text", "login", "/user/data/isAdmin", "yes"],
    ["a time of a session as text", "createSession", "/created", "2026-11-20T18:44:20.751170+00:00"],
    ["a session's client without an address", "createSession", "/clientInfo/ip", undefined],
    ["an attribute without its data", "getInfo", "/attributes/0/data", undefined],
    ["a user within the information who has no name", "getInfo", "/user/name", undefined],
    ["a kind of folder without a name", "getProject", "/folderTypes/0/name", undefined],
    ["a time without an offset", "getProject", "/createdAt", "2026-11-20T18:44:20.751170"],
    ["a frame rate of text", "getProject", "/attrib/fps", "25"],
    ["projects in a map", "listProjects", "/projects", {}],
    ["a template without a folder", "getAnatomyPreset", "/templates/work/0/directory", undefined],
    ["a status without a name", "getProjectAnatomy", "/statuses/0/name", undefined],
    ["a root that is a list", "getSiteRoots", "/work", ["a-folder"]],
    ["a user's rights as a text", "getCurrentUser", "/data/accessGroups", "artist"],
    ["a folder whose parent is left out of the list", "listFolders", "/folders/0/parentId", undefined],
    ["a folder with one task in place of a list", "listFolders", "/folders/0/taskNames", "compositing"],
    ["a folder with a name that no path can hold", "getFolder", "/name", "a/folder"],
    ["a tree without the folders inside", "getHierarchy", "/hierarchy/0/children", undefined],
    ["a task that one user has, not a list", "getTask", "/assignees", "somebody"],
    ["an assignee who is null", "getTask", "/assignees/0", null],
    ["a product whose folder is null", "getProduct", "/folderId", null],
    ["a version with its name in place of its number", "getVersion", "/version", "v001"],
    ["a version with half a number", "getVersion", "/version", 1.5],
    ["a representation whose files are a map", "getRepresentation", "/files", {}],
    ["a workfile with a task's id in upper case", "getWorkfile", "/taskId", "71E49BDCE51211F191C10123456789AB"],
    ["a result of an operation without a status", "applyOperations", "/operations/0/status", undefined],
    ["a success that is a text", "applyOperations", "/operations/0/success", "true"],
    ["a batch that is done by 101 percent", "getBackgroundOperations", "/progress", 101],
    ["a batch whose result is a list", "getBackgroundOperations", "/result", []],
    ["a kind of link without its ends", "listLinkTypes", "/types/0/inputType", undefined],
    ["a link's id with dashes", "createLink", "/id", "77fc1770-e512-11f1-91c1-0123456789ab"],
    ["an activity without an id", "createActivity", "/id", null],
    ["a reviewable without its file", "listReviewables", "/reviewables/0/fileId", undefined],
    ["a reviewable whose author is a name", "uploadReviewable", "/author", "somebody"],
    ["a file's id as a number", "uploadFile", "/id", 1],
    ["a thumbnail without the entities that show it", "uploadThumbnail", "/affectedEntities", undefined],
    ["an entity without its kind", "uploadVersionThumbnail", "/affectedEntities/0/entityType", undefined],
    ["data of a query that are a list", "queryGraphql", "/data", []],
    ["an installer whose size is text", "listInstallers", "/installers/0/size", "3"],
    ["a source without a type", "listDependencyPackages", "/packages/0/sources/0/type", undefined],
    ["an installation without an event", "installAddon", "/eventId", null],
    ["addons in a map", "listAddons", "/addons", {}],
    ["a bundle without a name", "listBundles", "/bundles/0/name", undefined],
    ["a production bundle that is no name", "listBundles", "/productionBundle", false],
    ["settings of addons in a map", "getSettings", "/addons", {}],
    ["a secret without its name", "listSecrets", "/0/name", undefined],
    ["a secret's value of another type", "getSecret", "/value", 1],
    ["an attribute without its scope", "listAttributes", "/attributes/0/scope", undefined],
    ["an event's id with dashes", "getEvent", "/id", "5e0c1f2a-b8d4-11f1-9c4e-0a58c3d27b61"],
    ["work that depends on nothing", "enroll", "/dependsOn", null],
  ];
  for (const [what, operationId, path, value] of broken) {
    it(`refuses ${what}`, () => {
      const answer = jsonAnswers.find((one) => one.operationId === operationId && one.status < 300);
      if (answer === undefined) throw new Error(`No answer of ${operationId} is kept.`);
      const body = structuredClone(answer.body);
      change(body, path, value);
      expect(validatorOf(answer)(body)).toBe(false);
    });
  }

  it("refuses an error of a GraphQL query that has no message", () => {
    const failed = jsonAnswers.filter(({ body }) => isRecord(body) && Array.isArray(body.errors) && "data" in body);
    expect(failed.length).toBe(3);
    for (const answer of failed) {
      const body = structuredClone(answer.body);
      change(body, "/errors/0/message", undefined);
      expect(validatorOf(answer)(body)).toBe(false);
    }
  });
});

/** Each member of an answer that its schema requires. */
function everyRequired(): { answer: Observed; key: string }[] {
  return jsonAnswers.flatMap((answer) => {
    const validate = validatorOf(answer);
    // What an empty object lacks is what is required.
    if (!isRecord(answer.body) || validate({})) return [];
    const missing = validate.errors?.filter(({ keyword, instancePath }) => keyword === "required" && !instancePath);
    return (missing ?? []).map(({ params }) => ({ answer, key: String(params.missingProperty) }));
  });
}

/** Sets the value at a JSON pointer, or takes it out. */
function change(body: unknown, path: string, value: unknown): void {
  const keys = path.slice(1).split("/");
  const last = keys.pop() ?? "";
  let place = body;
  for (const key of keys) place = record(place)[key];
  if (!(last in record(place))) throw new Error(`Nothing stands at ${path}.`);
  if (value === undefined) delete record(place)[last];
  else record(place)[last] = value;
}
