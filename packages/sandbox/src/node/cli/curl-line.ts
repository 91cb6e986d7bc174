import type { Apis, Sandbox, Tables } from "@fairlead/sandbox";

/** A line to paste: the first GET of the first API that needs no more than a token and answers 200, else the health check. */
export async function curlLine(sandbox: Sandbox, apis: Apis): Promise<string> {
  await using session = sandbox.session(); // what is tried leaves no trace in the default one
  for (const [name, { tables }] of Object.entries(apis)) {
    const [here, there] = [sandbox.api[name], session.api[name]];
    if (here === undefined || there === undefined) continue;
    for (const { method, path, parameters, security } of tables.operations) {
      if (method !== "GET" || parameters.some(({ required }) => required)) continue;
      const { headers, query } = credentials(security, tables.auth, here.token());
      const { status } = await there.fetch(`${there.url}${path}${query}`, { headers });
      if (status === 200) return line(`${here.url}${path}${query}`, headers);
    }
  }
  const [first] = Object.values(sandbox.api);
  return line(`${first?.url}/__sandbox__/health`, {});
}

function credentials(
  [alternative = {}]: Tables["operations"][number]["security"],
  auth: Tables["auth"],
  token: string,
): { headers: Record<string, string>; query: string } {
  const headers: Record<string, string> = {};
  let query = "";
  for (const scheme of Object.keys(alternative)) {
    const { type, name = "", in: place } = auth[scheme] ?? {};
    if (type === "bearer") headers.Authorization = `Bearer ${token}`;
    else if (place === "query") query = `?${new URLSearchParams({ [name]: token })}`;
    else if (name !== "") headers[name] = token;
  }
  return { headers, query };
}

function line(url: string, headers: Readonly<Record<string, string>>): string {
  const flags = Object.entries(headers).map(([name, value]) => `-H '${name}: ${value}' `);
  return `curl ${flags.join("")}'${url}'`;
}
