import { describe, expect, it } from "vitest";
import { jsonAnswers, nameOf, type Observed, observed } from "./observed/answers.ts";
import { closedValidatorOf, declared, goodStatuses, operationIds, validatorOf } from "./observed/document.ts";

const changed = "A change is answered 204 without a body.";
const deleted = "A deletion is answered 204 without a body.";
const uploaded = "The upload is answered 204 without a body.";
const file = "The answer is a file.";

/** The operations that never answer JSON where all went well. */
const withoutJson: Record<string, string> = {
  updateProject: changed,
  deleteProject: deleted,
  createUser: "The name is chosen by the caller, so there is nothing to tell: 204 without a body.",
  updateUser: changed,
  deleteUser: deleted,
  updateFolder: changed,
  deleteFolder: deleted,
  updateTask: changed,
  deleteTask: deleted,
  assignTask: changed,
  updateProduct: changed,
  deleteProduct: deleted,
  updateVersion: changed,
  deleteVersion: deleted,
  updateRepresentation: changed,
  deleteRepresentation: deleted,
  updateWorkfile: changed,
  deleteWorkfile: deleted,
  replaceProjectAnatomy: changed,
  deleteLink: deleted,
  updateActivity: changed,
  deleteActivity: deleted,
  downloadFile: "The answer is a redirect to the file, without a body.",
  deleteFile: deleted,
  downloadFilePayload: file,
  downloadThumbnail: file,
  downloadVersionThumbnail: file,
  createBundle: "The name is chosen by the caller, so there is nothing to tell: 201 without a body.",
  updateBundle: changed,
  deleteBundle: deleted,
  updateAddonSettings: changed,
  replaceSecret: changed,
  deleteSecret: deleted,
  updateEvent: changed,
  downloadInstaller: file,
  uploadInstaller: uploaded,
  deleteInstaller: deleted,
  downloadDependencyPackage: file,
  uploadDependencyPackage: uploaded,
  deleteDependencyPackage: deleted,
  deleteAddonVersion: deleted,
};

describe("the answers of a running server", () => {
  it("are known for each operation", () => {
    const known = new Set(observed.map(({ operationId }) => operationId));
    expect([...known].sort()).toEqual([...operationIds].sort());
    expect(known.size).toBe(96);
  });

  it("have a success of JSON for each operation but those that never answer with it", () => {
    const known = new Set(jsonAnswers.filter(({ status }) => status < 300).map(({ operationId }) => operationId));
    const missing = operationIds.filter((id) => !known.has(id));
    expect(missing.sort()).toEqual(Object.keys(withoutJson).sort());
    expect(known.size).toBe(55);
  });

  it("have none where the document declares none", () => {
    const declaringJson = Object.keys(withoutJson).filter((operationId) =>
      goodStatuses(operationId).some((status) => declared(operationId, status)?.content?.["application/json"]),
    );
    expect(declaringJson).toEqual([]);
  });

  for (const kind of ["file", "empty"]) {
    it(`are without JSON for the reason that is given, where it is ${kind === "file" ? "a file" : "no body"}`, () => {
      const good = observed.filter(({ operationId, status }) => status < 400 && operationId in withoutJson);
      const ids = new Set(good.filter((answer) => answer.kind === kind).map(({ operationId }) => operationId));
      const given = Object.keys(withoutJson).filter((id) => (withoutJson[id] === file) === (kind === "file"));
      expect([...ids].sort()).toEqual(given.sort());
    });
  }

  it("are 113 of JSON, and each is as the document says", () => {
    expect(refusals(validatorOf)).toEqual([]);
    expect(jsonAnswers.length).toBe(113);
  });

  it("have no member that the document does not describe", () => {
    expect(refusals(closedValidatorOf)).toEqual([]);
    const extended = { code: 404, detail: "a text", aNewMember: "new" };
    expect(closedValidatorOf({ operationId: "getEvent", status: 404 })(extended)).toBe(false);
  });

  it("have a status that the document declares, unless it is a failure of the server", () => {
    const undeclared = observed.filter(
      ({ operationId, status }) => declared(operationId, String(status)) === undefined,
    );
    expect(undeclared.filter(({ status }) => status !== 500).map(nameOf)).toEqual([]);
  });

  it("are empty, or a file, where the document says so", () => {
    const other = observed.filter(({ kind }) => kind !== "json");
    const said = ({ operationId, status }: Observed) => {
      const content = declared(operationId, String(status))?.content;
      return content === undefined ? "empty" : Object.keys(content)[0] === "application/json" ? "json" : "file";
    };
    expect(other.map((answer) => `${nameOf(answer)} ${said(answer)}`)).toEqual(
      other.map((answer) => `${nameOf(answer)} ${answer.kind}`),
    );
    expect(other.length).toBe(45);
  });
});

/** The answers that are refused, each with the reason. */
function refusals(of: typeof validatorOf): string[] {
  return jsonAnswers.flatMap((answer) => {
    const validate = of(answer);
    return validate(answer.body) ? [] : [`${nameOf(answer)}: ${JSON.stringify(validate.errors)}`];
  });
}
