import { createHash } from "node:crypto";
import { once } from "node:events";
import { request as httpRequest } from "node:http";
import { connect, type Socket } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { type Listening, type ListenOptions, listen } from "../src/node/listen.ts";

const start = async (answer: ListenOptions["answer"], more: Partial<ListenOptions> = {}): Promise<Listening> => {
  const server = await listen({ port: 0, host: "127.0.0.1", answer, ...more });
  onTestFinished(() => server.close());
  return server;
};

/** A raw connection that has sent the head of a request, and what it has received. */
async function sendHead(
  url: string,
  ...lines: string[]
): Promise<{ socket: Socket; received: () => string; closed: Promise<unknown> }> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname).on("error", () => undefined);
  let text = "";
  socket.setEncoding("latin1").on("data", (chunk: string) => {
    text += chunk;
  });
  const closed = new Promise((resolve) => socket.once("close", resolve)); // `once` would reject at a reset
  await once(socket, "connect");
  socket.write(`${lines.join("\r\n")}\r\n\r\n`);
  return { socket, received: () => text, closed };
}

test("the answer sees method, URL, headers, body, the address of the client and the origin that it used", async () => {
  const server = await start(async (request, about) =>
    Response.json({
      ...about,
      method: request.method,
      url: request.url,
      key: request.headers.get("x-key"),
      body: await request.text(),
    }),
  );
  const response = await fetch(`${server.url}/halls?q=a%20b`, {
    method: "PUT",
    body: "amber",
    headers: { "x-key": "k" },
  });
  expect(await response.json()).toEqual({
    ip: "127.0.0.1",
    origin: server.url,
    method: "PUT",
    url: `${server.url}/halls?q=a%20b`,
    key: "k",
    body: "amber",
  });
});

test("a request without a body has none, whatever its method", async () => {
  const server = await start(async (request) => Response.json(request.body === null));
  for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"]) {
    expect(await (await fetch(server.url, { method })).json(), method).toBe(true);
  }
});

test("a body is a stream: the first piece can be read before the second one is sent", async () => {
  const server = await start(async (request) => {
    const reader = request.body?.getReader();
    const first = await reader?.read();
    return new Response(first?.value as Uint8Array<ArrayBuffer>);
  });
  const { socket, received } = await sendHead(server.url, "POST / HTTP/1.1", "Host: x", "Content-Length: 10");
  socket.write("amber");
  await vi.waitFor(() => expect(received()).toMatch(/^HTTP\/1\.1 200 [\s\S]*amber/));
  socket.destroy();
});

test("20 MB arrive as they were sent", async () => {
  const server = await start(async (request) => {
    const hash = createHash("sha256");
    for await (const chunk of request.body ?? []) hash.update(chunk);
    return new Response(hash.digest("hex"));
  });
  const body = new Uint8Array(20_000_000).map((_, index) => index % 251);
  const answer = await fetch(server.url, { method: "POST", body });
  expect(await answer.text()).toBe(createHash("sha256").update(body).digest("hex"));
});

test("a body that nobody reads on is not taken in", async () => {
  let goOn = (): void => undefined;
  const server = await start(async (request) => {
    await request.body?.getReader().read();
    await new Promise<void>((resolve) => {
      goOn = resolve;
    });
    return new Response("ok");
  });
  const { socket } = await sendHead(server.url, "POST / HTTP/1.1", "Host: x", `Content-Length: ${2 ** 33}`);
  const mega = Buffer.alloc(2 ** 20);
  let taken = 0;
  while (
    taken < 200 &&
    (await new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(false), 200);
      socket.write(mega, () => {
        clearTimeout(timer);
        resolve(true);
      });
    }))
  )
    taken += 1;
  goOn();
  expect(taken).toBeLessThan(100); // what fits in the buffers of the two sockets
});

test("an answer that leaves a large body unread reaches a client that keeps sending, and the connection ends", async () => {
  const server = await start(async () => Response.json({ error: "too large" }, { status: 413 }));
  const { socket, received, closed } = await sendHead(
    server.url,
    "POST / HTTP/1.1",
    "Host: x",
    `Content-Length: ${2 ** 33}`,
  );
  const sending = setInterval(() => socket.write(Buffer.alloc(256 * 1024)), 5);
  await closed;
  clearInterval(sending);
  expect(received()).toMatch(/^HTTP\/1\.1 413 [\s\S]*connection: close[\s\S]*\{"error":"too large"\}/i);
});

test("fetch reads a 413 that came before its body was sent, and the next request is answered", async () => {
  const server = await start(
    async (request) => new Response("too large", { status: request.method === "POST" ? 413 : 200 }),
  );
  for (let round = 0; round < 5; round += 1) {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        if (sent > 4000) controller.close();
        else controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    const response = await fetch(server.url, { method: "POST", body, duplex: "half" } as RequestInit);
    expect([response.status, await response.text()]).toEqual([413, "too large"]);
    expect(sent).toBeLessThan(4000);
    expect((await fetch(server.url)).status).toBe(200);
  }
});

test("an answer that gives a body up halfway reaches the client too", async () => {
  const server = await start(async (request) => {
    const reader = request.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    return new Response("enough", { status: 413 });
  });
  const { socket, received, closed } = await sendHead(
    server.url,
    "PUT / HTTP/1.1",
    "Host: x",
    "Transfer-Encoding: chunked",
  );
  const sending = setInterval(() => socket.write(`10000\r\n${"x".repeat(65_536)}\r\n`), 5);
  await closed;
  clearInterval(sending);
  expect(received()).toMatch(/^HTTP\/1\.1 413 [\s\S]*enough$/);
});

test("after a small unread body the connection is used again", async () => {
  const server = await start(async () => new Response("no", { status: 401 }));
  const { socket, received } = await sendHead(server.url, "POST / HTTP/1.1", "Host: x", "Content-Length: 5");
  await vi.waitFor(() => expect(received()).toContain("401"));
  socket.write("amberGET / HTTP/1.1\r\nHost: x\r\n\r\n");
  await vi.waitFor(() => expect(received().match(/HTTP\/1\.1 401/g)).toHaveLength(2));
  socket.destroy();
});

test("a client that waits for 100 Continue gets it when the body is read, and the refusal instead when it isn't", async () => {
  const server = await start(async (request) =>
    new URL(request.url).pathname === "/no" ? new Response("no", { status: 413 }) : new Response(await request.text()),
  );
  const put = (path: string) =>
    sendHead(server.url, `PUT ${path} HTTP/1.1`, "Host: x", "Content-Length: 5", "Expect: 100-continue");
  const read = await put("/yes");
  await vi.waitFor(() => expect(read.received()).toBe("HTTP/1.1 100 Continue\r\n\r\n"));
  read.socket.write("amber");
  await vi.waitFor(() => expect(read.received()).toMatch(/200 [\s\S]*amber/));
  const refused = await put("/no");
  await refused.closed;
  expect(refused.received()).toMatch(/^HTTP\/1\.1 413 /);
});

test("an answer that rejects is a 500 that says it is the sandbox's fault, and the server goes on", async () => {
  const faults: unknown[] = [];
  const error = new RangeError("hall 7 is nowhere");
  const server = await start(
    async (request) => {
      if (request.url.endsWith("/bad")) throw error;
      return new Response("ok");
    },
    { onFault: (thrown) => faults.push(thrown) },
  );
  const response = await fetch(`${server.url}/bad`, { method: "POST", body: "x" });
  expect(response.status).toBe(500);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(response.headers.get("x-sandbox-error")).toBe("fault");
  expect((await response.json()).detail).toMatch(/^RangeError: hall 7 is nowhere\. This is the sandbox's fault/);
  expect(faults).toEqual([error]);
  expect(await (await fetch(server.url)).text()).toBe("ok");
});

test("a client that breaks off while it sends or receives is no fault, and the server goes on", async () => {
  const faults: unknown[] = [];
  let reads = 0;
  const server = await start(
    async (request) => {
      if (request.method === "POST") {
        await request.text().finally(() => {
          reads += 1;
        });
      }
      const endless = new ReadableStream<Uint8Array>({
        pull: (controller) => controller.enqueue(new Uint8Array(65_536)),
      });
      return new Response(request.url.endsWith("/endless") ? endless : "ok");
    },
    { onFault: (thrown) => faults.push(thrown) },
  );
  const sending = await sendHead(server.url, "POST / HTTP/1.1", "Host: x", "Content-Length: 10");
  sending.socket.write("amb");
  await new Promise((resolve) => setTimeout(resolve, 20));
  sending.socket.destroy();
  await vi.waitFor(() => expect(reads).toBe(1));
  const receiving = await sendHead(server.url, "GET /endless HTTP/1.1", "Host: x");
  await vi.waitFor(() => expect(receiving.received().length).toBeGreaterThan(65_536));
  receiving.socket.destroy();
  expect(await (await fetch(server.url)).text()).toBe("ok");
  expect(faults).toEqual([]);
});

test("a head that is no HTTP, and a host that is none, harm nobody", async () => {
  const server = await start(async (request) => new Response(new URL(request.url).pathname));
  const broken = await sendHead(server.url, "amber");
  await broken.closed;
  expect(broken.received()).toMatch(/^HTTP\/1\.1 400 /);
  const odd = await sendHead(server.url, "GET //a/../b?c HTTP/1.1", "Host: [amber", "Connection: close");
  await odd.closed;
  expect(odd.received()).toMatch(/^HTTP\/1\.1 200 /);
});

test("connections are kept alive", async () => {
  const server = await start(async () => new Response("ok"));
  const { socket, received } = await sendHead(server.url, "GET / HTTP/1.1", "Host: x");
  for (let count = 1; count <= 20; count += 1) {
    await vi.waitFor(() => expect(received().match(/HTTP\/1\.1 200/g)).toHaveLength(count), { interval: 1 });
    socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  }
  socket.destroy();
});

test("close frees the port and ends idle, waiting and working connections at once; it may be called twice", async () => {
  const server = await start(() => new Promise(() => undefined));
  const idle = await sendHead(server.url, "GET / HTT");
  const working = await sendHead(server.url, "GET / HTTP/1.1", "Host: x");
  const uploading = await sendHead(server.url, "POST / HTTP/1.1", "Host: x", "Content-Length: 9");
  const startedAt = performance.now();
  await Promise.all([server.close(), server.close()]);
  await Promise.all([idle.closed, working.closed, uploading.closed]);
  expect(performance.now() - startedAt).toBeLessThan(1000);
  await expect(fetch(server.url)).rejects.toThrow();
});

test("a taken port rejects with Node's code", async () => {
  const first = await start(async () => new Response());
  const port = Number(new URL(first.url).port);
  await expect(start(async () => new Response(), { port })).rejects.toMatchObject({ code: "EADDRINUSE" });
});

test("the address of a server on all addresses can be used", async () => {
  const server = await start(async () => new Response("ok"), { host: "0.0.0.0" });
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await (await fetch(server.url)).text()).toBe("ok");
});

test("HEAD gets the headers alone", async () => {
  const server = await start(async () => new Response(null, { headers: { "content-length": "5" } }));
  const { port } = new URL(server.url);
  const [response] = await once(httpRequest({ port, host: "127.0.0.1", method: "HEAD" }).end(), "response");
  expect(response.headers["content-length"]).toBe("5");
});
