import { verifyWebhook } from "@fairlead/vercel/helpers";
import { describe, expect, it } from "vitest";
import { useSandbox, type World, ways } from "./on-sandbox.ts";
import { type Event, isSigned, type Receiver, startReceiver } from "./receiver.ts";

type Name = Parameters<World["acme"]["webhooks"]["create"]>[0]["body"]["events"][number];

const files = [{ file: "index.html", data: "<h1>Harbour</h1>" }];
const user = { id: "5c8a3b2f9d4e1a7b6c0f2e1d" };
const team = { id: "team_1a79a4d60de6718e8e5b326e" };

/** Makes a webhook of the team, or of the client's account, for the receiver. */
async function subscribe(
  client: World["acme"],
  receiver: Receiver,
  events: Name[],
  more: { projectIds?: string[] } = {},
): Promise<{ id: string; secret: string }> {
  return client.webhooks.create({ body: { url: receiver.url, events, ...more } });
}

/** The described event of a type. */
type Typed<Type, One = Event> = One extends { type: infer Own }
  ? string extends Own
    ? never
    : Type extends Own
      ? One
      : never
  : never;

/** The events of a type, typed by it. */
function eventsOf<Type extends Event["type"]>(receiver: Receiver, type: Type): Typed<Type>[] {
  return receiver.received.flatMap(({ event }) => (event.type === type ? [event as Typed<Type>] : []));
}

describe.each(ways)("events of webhooks on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("are posted once each, signed over the raw body with the webhook's own secret", async () => {
    await using receiver = await startReceiver();
    const { acme, webhooks } = world();
    const { secret } = await subscribe(acme, receiver, ["deployment.created"]);
    const { id } = await acme.deployments.create({
      body: { name: "harbour-site", meta: { author: "Jäger, 東京" }, files },
    });
    await webhooks.settled();
    const [only, ...others] = receiver.received;
    expect(others).toEqual([]);
    expect(only?.method).toBe("POST");
    expect(only?.headers["content-type"]).toBe("application/json");
    expect(only !== undefined && isSigned(only, secret)).toBe(true);
    expect(only !== undefined && isSigned(only, `${secret}x`)).toBe(false);
    expect(only?.text).toContain("Jäger, 東京");
    expect(only?.event).toMatchObject({ type: "deployment.created", payload: { team, user, deployment: { id } } });
    expect(webhooks.list()).toMatchObject([{ state: "delivered", attempts: [{ status: 204 }] }]);
  });

  it("are what the client's own check takes, and only with the right secret", async () => {
    await using receiver = await startReceiver();
    const { acme, webhooks } = world();
    const { secret } = await subscribe(acme, receiver, ["project.created"]);
    await acme.projects.create({ body: { name: "pier" } });
    await webhooks.settled();
    const [only] = receiver.received;
    const { text: body = "", headers } = only ?? {};
    const signature = String(headers?.["x-vercel-signature"]);
    const request = (): Request =>
      new Request(receiver.url, { method: "POST", body, headers: { "x-vercel-signature": signature } });
    expect(await verifyWebhook(request(), secret)).toMatchObject({ type: "project.created" });
    await expect(verifyWebhook(request(), "another-secret-0001")).rejects.toThrow();
  });

  it("of a deployment come as the clock passes its states, though nobody asks for it", async () => {
    await using receiver = await startReceiver();
    const { acme, clock, webhooks } = world();
    await subscribe(acme, receiver, [
      "deployment.created",
      "deployment.ready",
      "deployment.succeeded",
      "deployment.promoted",
    ]);
    const { id, url } = await acme.deployments.create({ body: { name: "harbour-site", target: "production", files } });
    const createdAt = clock.now();
    await webhooks.settled();
    expect(receiver.types()).toEqual(["deployment.created"]);
    clock.advance("PT10S");
    await webhooks.settled();
    expect(receiver.types()).toEqual(["deployment.created"]);
    clock.advance("PT1H");
    await webhooks.settled();
    expect(receiver.types().toSorted()).toEqual([
      "deployment.created",
      "deployment.promoted",
      "deployment.ready",
      "deployment.succeeded",
    ]);
    const [created] = eventsOf(receiver, "deployment.created");
    expect(created?.payload.deployment).toEqual({ id, url, name: "harbour-site", meta: {} });
    expect(created?.payload).toMatchObject({ team, user, target: "production", plan: "pro" });
    expect(created?.payload.alias).toContain("harbour.example.com");
    const [succeeded] = eventsOf(receiver, "deployment.succeeded");
    // When it was ready, not when the clock was moved.
    expect(succeeded?.createdAt).toBe(createdAt + 22_000);
    expect(succeeded?.payload.links.deployment).toMatch(/^https:\/\//);
  });

  it("tell of a deployment that fails, one that is blocked and one that is canceled", async () => {
    await using receiver = await startReceiver();
    const { acme, clock, jobs, webhooks } = world();
    await subscribe(acme, receiver, [
      "deployment.error",
      "deployment.blocked",
      "deployment.canceled",
      "deployment.succeeded",
    ]);
    for (const end of ["ERROR", "BLOCKED"]) jobs.plan({ operationId: "createDeployment", end });
    const made: string[] = [];
    for (const data of ["1", "2", "3"]) {
      const body = { name: "tide-table", files: [{ file: "index.html", data }] };
      made.push((await acme.deployments.create({ body })).id);
    }
    await acme.deployments.cancel({ id: made[2] ?? "" });
    clock.advance("PT5M");
    await webhooks.settled();
    const told = receiver.received.map(({ event }) => [
      event.type,
      (event.payload as { deployment?: { id?: string } }).deployment?.id,
    ]);
    expect(told.toSorted()).toEqual([
      ["deployment.blocked", made[1]],
      ["deployment.canceled", made[2]],
      ["deployment.error", made[0]],
    ]);
  });

  it("tell of a rollback from where to where, and call no rollback a promotion", async () => {
    await using receiver = await startReceiver();
    const { acme, clock, webhooks } = world();
    const deploy = async (data: string): Promise<string> => {
      const body = { name: "tide-table", target: "production", files: [{ file: "index.html", data }] } as const;
      const { id } = await acme.deployments.create({ body: { ...body, files: [...body.files] } });
      clock.advance("PT5M");
      await webhooks.settled();
      return id;
    };
    const [first, second] = [await deploy("1"), await deploy("2")];
    await subscribe(acme, receiver, ["deployment.promoted", "deployment.rollback"]);
    const { projectId = "" } = await acme.deployments.get({ idOrUrl: second });
    await acme.projects.rollback({ projectId, deploymentId: first });
    await webhooks.settled();
    expect(receiver.types()).toEqual(["deployment.rollback"]);
    expect(eventsOf(receiver, "deployment.rollback")[0]?.payload).toEqual({
      team,
      user,
      project: { id: projectId },
      fromDeploymentId: second,
      toDeploymentId: first,
    });
    await acme.projects.promote({ projectId, deploymentId: second });
    await webhooks.settled();
    expect(receiver.types()).toEqual(["deployment.rollback", "deployment.promoted"]);
    expect(eventsOf(receiver, "deployment.promoted")[0]?.payload.deployment.id).toBe(second);
  });

  it("tell of projects, with the old name of a renamed one, and of nothing that goes with a removed one", async () => {
    await using receiver = await startReceiver();
    const { acme, webhooks } = world();
    await subscribe(acme, receiver, ["project.renamed", "project.removed", "project.env-variable.deleted"]);
    await acme.projects.update({ idOrName: "harbour-site", body: { name: "quay" } });
    await acme.projects.update({ idOrName: "quay", body: { framework: "astro" } });
    await acme.projects.delete({ idOrName: "quay" });
    await webhooks.settled();
    expect(receiver.types()).toEqual(["project.renamed", "project.removed"]);
    expect(eventsOf(receiver, "project.renamed")[0]?.payload).toMatchObject({
      project: { name: "quay" },
      previousName: "harbour-site",
    });
  });

  it("tell which variable changed, and never its name or value", async () => {
    await using receiver = await startReceiver();
    const { acme, webhooks } = world();
    await subscribe(acme, receiver, [
      "project.env-variable.created",
      "project.env-variable.updated",
      "project.env-variable.deleted",
    ]);
    const idOrName = "harbour-site";
    const body = { key: "LIGHT", value: "red-and-green", type: "encrypted", target: ["preview"] } as const;
    const { created } = await acme.env.create({ idOrName, body: { ...body, target: [...body.target] } });
    const { id } = created as { id: string };
    await acme.env.update({ idOrName, id, body: { value: "green-and-red" } });
    await acme.env.delete({ idOrName, id });
    await webhooks.settled();
    expect(receiver.types()).toEqual([
      "project.env-variable.created",
      "project.env-variable.updated",
      "project.env-variable.deleted",
    ]);
    for (const { event, text } of receiver.received) {
      expect(event.payload).toMatchObject({ envVarId: id, projectId: expect.stringMatching(/^prj_/) });
      expect(text).not.toMatch(/LIGHT|red|green/);
    }
  });

  it("tell of domains of projects: made, changed, moved and deleted", async () => {
    await using receiver = await startReceiver();
    const { acme, webhooks } = world();
    await subscribe(acme, receiver, [
      "project.domain.created",
      "project.domain.updated",
      "project.domain.moved",
      "project.domain.deleted",
    ]);
    const domain = "pier.example.com";
    await acme.projectDomains.create({ idOrName: "harbour-site", body: { name: domain } });
    await acme.projectDomains.update({ idOrName: "harbour-site", domain, body: { gitBranch: "tides" } });
    const { id } = await acme.projects.get({ idOrName: "tide-table" });
    await acme.projectDomains.move({ idOrName: "harbour-site", domain, body: { projectId: id } });
    await acme.projectDomains.delete({ idOrName: "tide-table", domain });
    await webhooks.settled();
    expect(receiver.types()).toEqual([
      "project.domain.created",
      "project.domain.updated",
      "project.domain.moved",
      "project.domain.deleted",
    ]);
    const [made, changed, moved] = receiver.received.map(({ event }) => event.payload);
    expect(made).toMatchObject({
      domain: { name: domain, classification: { target: "production", origin: "custom" } },
    });
    expect(changed).toMatchObject({ previous: { gitBranch: null }, next: { domain, gitBranch: "tides" } });
    expect(moved).toMatchObject({ domain: { name: domain }, to: { projectId: id }, isRedirect: false });
  });

  it("tell of domains, their records and certificates, but not of what the service makes itself", async () => {
    await using receiver = await startReceiver();
    const { acme, webhooks } = world();
    await subscribe(acme, receiver, ["domain.created", "domain.dns.records.changed", "domain.certificate.add"]);
    await acme.domains.create({ body: { name: "lantern.example" } });
    await acme.dns.create({ domain: "lantern.example", body: { type: "A", name: "www", value: "192.0.2.7" } });
    await webhooks.settled();
    expect(receiver.types()).toEqual(["domain.created", "domain.dns.records.changed"]);
    expect(eventsOf(receiver, "domain.dns.records.changed")[0]?.payload).toMatchObject({
      zone: "lantern.example",
      changes: [{ action: "create", type: "A", name: "www", value: "192.0.2.7" }],
    });
  });

  it("go to webhooks of their account and project alone", async () => {
    await using here = await startReceiver();
    await using there = await startReceiver();
    await using elsewhere = await startReceiver();
    const { acme, own, webhooks } = world();
    const events: Name[] = ["project.created", "project.env-variable.created"];
    const { id } = await acme.projects.get({ idOrName: "tide-table" });
    await subscribe(acme, here, events);
    await subscribe(acme, there, events, { projectIds: [id] });
    await subscribe(own, elsewhere, events);
    const variable = { key: "SIDE", value: "lee", type: "plain", target: ["preview"] } as const;
    for (const idOrName of ["harbour-site", "tide-table"])
      await acme.env.create({ idOrName, body: { ...variable, target: [...variable.target] } });
    await own.projects.create({ body: { name: "own-pier" } });
    await webhooks.settled();
    expect(here.types()).toEqual(["project.env-variable.created", "project.env-variable.created"]);
    expect(there.received.map(({ event }) => event.payload)).toMatchObject([{ projectId: id }]);
    expect(elsewhere.received.map(({ event }) => event.payload)).toMatchObject([{ team: { id: null }, user }]);
  });

  it("are not sent for a request that is refused", async () => {
    await using receiver = await startReceiver();
    const { acme, webhooks } = world();
    await subscribe(acme, receiver, ["project.created"]);
    await expect(acme.projects.create({ body: { name: "harbour-site" } })).rejects.toThrow();
    await webhooks.settled();
    expect(receiver.received).toEqual([]);
    expect(webhooks.list()).toEqual([]);
  });

  it("are tried again on the session's clock, twice as late each time, and given up", async () => {
    await using receiver = await startReceiver();
    const { acme, clock, webhooks } = world();
    await subscribe(acme, receiver, ["project.created"]);
    receiver.answer = { status: 503 };
    await acme.projects.create({ body: { name: "pier" } });
    const at = clock.now();
    await webhooks.settled();
    expect(webhooks.list()).toMatchObject([{ state: "pending", nextAt: at + 60_000 }]);
    clock.advance(59_999);
    await webhooks.settled();
    expect(receiver.received).toHaveLength(1);
    clock.advance("PT1H");
    await webhooks.settled();
    const [delivery] = webhooks.list();
    expect(delivery?.state).toBe("failed");
    expect(delivery?.attempts.map((one) => [one.at - at, one.status])).toEqual([
      [0, 503],
      [60_000, 503],
      [180_000, 503],
      [420_000, 503],
    ]);
    // The same event each time, byte for byte: a receiver tells a repeat by its id.
    expect(new Set(receiver.received.map(({ text }) => text)).size).toBe(1);
    clock.advance("P1D");
    await webhooks.settled();
    expect(receiver.received).toHaveLength(4);
  });

  it("are not tried again for a webhook that is deleted", async () => {
    await using receiver = await startReceiver();
    const { acme, clock, webhooks } = world();
    const { id } = await subscribe(acme, receiver, ["project.created"]);
    receiver.answer = { status: 500 };
    await acme.projects.create({ body: { name: "pier" } });
    await webhooks.settled();
    await acme.webhooks.delete({ id });
    clock.advance("P1D");
    await webhooks.settled();
    expect(receiver.received).toHaveLength(1);
    expect(webhooks.list()).toMatchObject([{ state: "dropped" }]);
  });
});
