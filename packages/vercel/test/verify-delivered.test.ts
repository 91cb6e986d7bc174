import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { isWebhookEvent, isWebhookSignatureError, verifyWebhook, type WebhookEvent } from "@fairlead/vercel/helpers";
import { expect, it, vi } from "vitest";
import { failure } from "./failure.ts";
import { useSandbox } from "./on-sandbox.ts";

const world = useSandbox("over HTTP");

it("what the sandbox delivers is verified with the secret of its webhook, and with no other", async () => {
  const { acme, clock } = world();
  const seen: { headers: Headers; body: string }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const signature = String(request.headers["x-vercel-signature"]);
    seen.push({ headers: new Headers({ "x-vercel-signature": signature }), body: String(Buffer.concat(chunks)) });
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
    const { secret } = await acme.webhooks.create({ body: { url, events: ["project.created"] } });
    const made = await acme.projects.create({ body: { name: "pier-seven" } });
    clock.advance(1);
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    const [delivery] = seen;
    if (delivery === undefined) throw new Error("Nothing was delivered.");
    const event: WebhookEvent = await verifyWebhook(delivery, secret);
    expect(isWebhookEvent(event, "project.created") && event.payload.project.id).toBe(made.id);
    const other = await failure(verifyWebhook(delivery, `${secret}x`));
    expect(isWebhookSignatureError(other) && other.kind).toBe("wrong");
    const changed = { ...delivery, body: delivery.body.replace("project.created", "project.removed") };
    const forged = await failure(verifyWebhook(changed, secret));
    expect(isWebhookSignatureError(forged) && forged.kind).toBe("wrong");
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
