import { createHash } from "node:crypto";
import type { LawClient, RequestDraft, RequestMakers, WorldEntity } from "@fairlead/contract";
import { bodyOf, withMembers } from "./change-body.ts";

/** A file of a deployment, in the request and as it is stored. */
interface DeploymentFile {
  readonly file: string;
  readonly sha?: string;
  readonly size?: number;
}

/** Requests about deployments and files: bytes that are there, and builds that have not ended. */
export const deploymentRequests: RequestMakers = {
  async createDeployment({ world }, derived) {
    const [upload] = await world.entities("File");
    const { files } = bodyOf<{ files?: readonly DeploymentFile[] }>(derived);
    const known = { sha: upload?.sha, size: upload?.size };
    return files === undefined
      ? {}
      : withMembers(derived, { files: files.map((one) => (one.sha === undefined ? one : { ...one, ...known })) });
  },
  cancelDeployment: async (client) => ({ path: { id: await building(client) } }),
  getDeploymentFile: async ({ world }) => ({ path: fileIn(await world.entities("Deployment")) }),
  async uploadFile(_client, { header, body }) {
    const bytes = new Uint8Array(await new Response(body?.value as BodyInit).arrayBuffer());
    return { header: { ...header, "x-vercel-digest": createHash("sha1").update(bytes).digest("hex") } };
  },
};

/** Id of a deployment that was started just now. */
async function building(client: LawClient): Promise<unknown> {
  const create = client.context.operation("createDeployment");
  const { json } = await client.send(create, await client.valid(create));
  return (json as { id?: unknown } | undefined)?.id;
}

function fileIn(deployments: readonly WorldEntity[]): RequestDraft["path"] {
  for (const { id, files } of deployments) {
    const [file] = (files ?? []) as readonly DeploymentFile[];
    if (file?.sha !== undefined) return { id, fileId: file.sha };
  }
  throw new Error("No deployment has files.");
}
