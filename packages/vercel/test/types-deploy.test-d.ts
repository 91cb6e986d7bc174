import {
  createVercel,
  type DeployFile,
  type DeployProgress,
  type DeployResult,
  deploy,
  type GivenFile,
  type Vercel,
  waitUntilReady,
} from "@fairlead/vercel";
import { folder } from "@fairlead/vercel/node";
import { createVercelCore, type GetDeploymentData } from "@fairlead/vercel/operations";
import { expectTypeOf, it } from "vitest";

const auth = "fictional-token-0001";
const vc: Vercel = createVercel({ auth });
const files: readonly GivenFile[] = [{ file: "a", data: "1" }];

it("a deploy takes a folder or a list, and what a deployment takes besides", () => {
  expectTypeOf(vc.deployments.deploy(folder("dist"), { name: "a" })).resolves.toEqualTypeOf<DeployResult>();
  expectTypeOf(deploy(createVercelCore({ auth }), files, { name: "a" })).resolves.toEqualTypeOf<DeployResult>();
  expectTypeOf(folder("dist")).toEqualTypeOf<AsyncIterable<DeployFile>>();
  const onProgress = (progress: DeployProgress) => progress.phase satisfies string;
  void vc.deployments.deploy(files, { name: "a", target: "production", teamId: process.env.TEAM, onProgress });
  void vc.deployments.deploy(files, { name: "a", env: { A: "1" }, build: { env: { B: "2" } }, forceNew: true });
});

it("a deploy refuses a path, a project without a name, and other sources than files", () => {
  // @ts-expect-error A path is no list of files.
  void vc.deployments.deploy("dist", { name: "a" });
  // @ts-expect-error The project has a name.
  void vc.deployments.deploy(files, {});
  // @ts-expect-error Files come with their bytes.
  void vc.deployments.deploy([{ file: "a" }], { name: "a" });
  // @ts-expect-error Files stand before the options.
  void vc.deployments.deploy(files, { name: "a", files: [] });
  // @ts-expect-error A repository excludes files.
  void vc.deployments.deploy(files, { name: "a", gitSource: { type: "github", ref: "main", repoId: 1 } });
  // @ts-expect-error There is no such member.
  void vc.deployments.deploy(files, { name: "a", prebuilt: true });
});

it("the group keeps its operations, and a wait gives the deployment", () => {
  expectTypeOf(vc.deployments.get({ idOrUrl: "a" })).resolves.toEqualTypeOf<GetDeploymentData>();
  expectTypeOf(waitUntilReady(vc, { idOrUrl: "a" })).resolves.toEqualTypeOf<GetDeploymentData>();
  expectTypeOf(vc.projectDomains.waitUntilVerified({ idOrName: "a", domain: "b.example" })).resolves.toHaveProperty(
    "verified",
  );
});
