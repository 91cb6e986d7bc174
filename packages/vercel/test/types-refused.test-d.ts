import { describe, expectTypeOf, it } from "vitest";
import type { Vercel } from "../src/index.ts";

declare const vc: Vercel;

const idOrName = "harbour-site";
const domain = "harbour.example.com";
const id = "dpl_4Rk9zTf2QwE7xUa5mNc8vBj3";

/** Each function is only checked and never called. */
describe("the types refuse what the document refuses", () => {
  it("in teams and projects", () => {
    const use = () => {
      // @ts-expect-error A team is named in its path.
      vc.teams.get({ slug: "acme" });
      // @ts-expect-error Teams are cut by time, not by project.
      vc.teams.list({ from: 1793797200000 });
      // @ts-expect-error Times are numbers.
      vc.projects.list({ until: "2026-11-04" });
      // @ts-expect-error A filter of two values is a text.
      vc.projects.list({ gitForkProtection: true });
      // @ts-expect-error A repository has an owner and a name in one text.
      vc.projects.create({ body: { name: "tide-table", gitRepository: { type: "github", owner: "acme" } } });
      // @ts-expect-error Whoever protects deployments says which.
      vc.projects.create({ body: { name: "tide-table", ssoProtection: {} } });
      // @ts-expect-error A variable has an environment.
      vc.projects.create({ body: { name: "tide-table", environmentVariables: [{ key: "A", value: "b" }] } });
      // @ts-expect-error The name of a project can't be taken away.
      vc.projects.update({ idOrName, body: { name: null } });
      // @ts-expect-error Versions of Node.js are those that the vendor has.
      vc.projects.update({ idOrName, body: { nodeVersion: "24" } });
      // @ts-expect-error A password protects certain deployments.
      vc.projects.update({ idOrName, body: { passwordProtection: { password: "not-a-real-one" } } });
      // @ts-expect-error A project is named in its path.
      vc.projects.delete({});
    };
    expectTypeOf(use).returns.toBeVoid();
  });

  it("in environment variables", () => {
    const use = () => {
      // @ts-expect-error Yes and no are texts.
      vc.env.list({ idOrName, decrypt: true });
      // @ts-expect-error All variables come at once.
      vc.env.list({ idOrName, limit: 5 });
      // @ts-expect-error A variable is kept in some way.
      vc.env.create({ idOrName, body: { key: "HARBOUR_CITY", value: "Hamburg" } });
      // @ts-expect-error The older way of keeping secrets is gone.
      vc.env.create({ idOrName, body: { key: "HARBOUR_CITY", value: "Hamburg", type: "secret" } });
      // @ts-expect-error Further environments have a member of their own.
      vc.env.create({ idOrName, body: [{ key: "A", value: "b", type: "plain", target: ["staging"] }] });
      // @ts-expect-error A variable is told by its id.
      vc.env.update({ idOrName, body: { value: "Kiel" } });
      // @ts-expect-error A value can't be taken away.
      vc.env.update({ idOrName, id: "Xk4mQ9rT2vLb7sNw", body: { value: null } });
      // @ts-expect-error Ids stand in a list.
      vc.env.deleteMany({ idOrName, body: { ids: "Xk4mQ9rT2vLb7sNw" } });
    };
    expectTypeOf(use).returns.toBeVoid();
  });

  it("in domains of projects", () => {
    const use = () => {
      // @ts-expect-error A domain has a name.
      vc.projectDomains.create({ idOrName, body: { redirect: domain } });
      // @ts-expect-error A redirect has one of four statuses.
      vc.projectDomains.create({ idOrName, body: { name: domain, redirectStatusCode: 303 } });
      // @ts-expect-error The name can't change.
      vc.projectDomains.update({ idOrName, domain, body: { name: "port.example.com" } });
      // @ts-expect-error A domain moves to a project.
      vc.projectDomains.move({ idOrName, domain, body: {} });
      // @ts-expect-error A verification takes nothing but the domain.
      vc.projectDomains.verify({ idOrName, domain, body: {} });
      // @ts-expect-error The redirects to a domain go along or not.
      vc.projectDomains.delete({ idOrName, domain, body: { removeRedirects: "true" } });
    };
    expectTypeOf(use).returns.toBeVoid();
  });

  it("in domains of accounts", () => {
    const use = () => {
      // @ts-expect-error Domains are bought elsewhere.
      vc.domains.create({ body: { name: "example.com", method: "buy" } });
      // @ts-expect-error A domain that moves goes somewhere.
      vc.domains.update({ domain: "example.com", body: { op: "move-out" } });
      // @ts-expect-error The vendor decides, or nobody.
      vc.domains.update({ domain: "example.com", body: { echMode: "enabled" } });
      // @ts-expect-error Yes and no are texts.
      vc.domains.getConfig({ domain, strict: true });
      // @ts-expect-error A claim is of a domain.
      vc.domains.claim({});
    };
    expectTypeOf(use).returns.toBeVoid();
  });

  it("in deployments and files", () => {
    const use = () => {
      // @ts-expect-error A deployment has the name of its project.
      vc.deployments.create({ body: { files: [] } });
      // @ts-expect-error Yes and no are 1 and 0, as texts.
      vc.deployments.create({ forceNew: true, body: { name: idOrName } });
      // @ts-expect-error A file has bytes, or the digest of some that were uploaded.
      vc.deployments.create({ body: { name: idOrName, files: [{ file: "index.html" }] } });
      // @ts-expect-error Text comes as it is or in Base64.
      vc.deployments.create({ body: { name: idOrName, files: [{ file: "a", data: "b", encoding: "hex" }] } });
      // @ts-expect-error A branch is of a repository.
      vc.deployments.create({ body: { name: idOrName, gitSource: { type: "github", ref: "main" } } });
      // @ts-expect-error The platform has one version.
      vc.deployments.create({ body: { name: idOrName, version: 1 } });
      // @ts-expect-error What is noted about a deployment is text.
      vc.deployments.create({ body: { name: idOrName, meta: { dirty: true } } });
      // @ts-expect-error States stand in one text, with commas.
      vc.deployments.list({ state: ["BUILDING", "READY"] });
      // @ts-expect-error A deployment that is on its way is told by its id.
      vc.deployments.cancel({ idOrUrl: id });
      // @ts-expect-error A stream is followed or not.
      vc.deployments.listEvents({ idOrUrl: id, follow: 2 });
      // @ts-expect-error A file is told by its id.
      vc.deployments.getFile({ id });
      // @ts-expect-error A cancellation is done when it is answered.
      vc.deployments.cancel.wait({ id });
      // @ts-expect-error A form would be stored with its boundaries.
      vc.files.upload({ "x-vercel-digest": "4d259dd4c01c7d0d1d87e6c73fc6dc36b8363e86", body: new FormData() });
    };
    expectTypeOf(use).returns.toBeVoid();
  });

  it("but not what the page forbids and the vendor's own tool sends", () => {
    const use = () => {
      const sha = "4d259dd4c01c7d0d1d87e6c73fc6dc36b8363e86";
      const files = [{ file: "index.html", sha, size: 56, mode: 33188 }];
      const env = { TIDE_STATION: "north-quay" };
      vc.deployments.create({ body: { version: 2, name: idOrName, source: "cli", files, env, build: { env } } });
      vc.env.create({ idOrName, body: { key: "A", value: "b", type: "sensitive", visibility: "secret" } });
      vc.projects.create({ body: { name: "tide-table", framework: null, ssoProtection: null } });
      vc.projects.list({ until: 1793797200000 });
      vc.projects.list({ from: "only-the-server-reads-this" });
    };
    expectTypeOf(use).returns.toBeVoid();
  });
});
