import type { Apis, SandboxOptions } from "./sandbox-options.ts";

/**
 * Checks what types can't.
 * @throws {RangeError} A port, the seed, a limit or the control token is out of range, there is no API, or the host is
 *   open to the network without a control token.
 * @throws {TypeError} Something under `apis` is no API.
 */
export function checkOptions({
  apis,
  seed,
  host,
  ports = {},
  tokens = {},
  controlToken,
  limits = {},
}: SandboxOptions<Apis>): void {
  const names = Object.keys(apis);
  if (names.length === 0) throw new RangeError("apis is empty: give at least one, such as { museum }.");
  for (const name of names) checkApi(name, apis[name]);
  if (new Set(names.map((name) => name.toLowerCase())).size < names.length) {
    throw new RangeError(`Two APIs have the same name but for its capitals: ${names.join(", ")}.`); // they become host names
  }
  for (const name of Object.keys({ ...ports, ...tokens })) {
    if (!names.includes(name))
      throw new RangeError(`There is no API ${JSON.stringify(name)}; there is: ${names.join(", ")}.`);
  }
  for (const [name, port = 0] of Object.entries(ports)) {
    if (!isWhole(port) || port > 65_535)
      throw new RangeError(`ports.${name} is ${port}; it must be a whole number from 0 to 65535.`);
  }
  if (seed !== undefined && !Number.isSafeInteger(seed))
    throw new RangeError(`seed is ${seed}; it must be a whole number.`);
  for (const [name, value = 0] of Object.entries(limits)) {
    if (!isWhole(value)) throw new RangeError(`limits.${name} is ${value}; it must be a whole number from 0.`);
  }
  if (controlToken !== undefined && controlToken.length < 8) {
    throw new RangeError("controlToken is too short; it must have 8 characters or more.");
  }
  if (host !== undefined && !isLoopback(host) && controlToken === undefined) {
    throw new RangeError(
      `host ${host} opens the sandbox to the network, and its control plane shows what clients sent: give a control token, or keep 127.0.0.1.`,
    );
  }
}

/** Whether only this machine reaches an address. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
}

function checkApi(name: string, api: unknown): void {
  if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,62}$/.test(name)) {
    throw new RangeError(`${JSON.stringify(name)} can't be the name of an API: letters, digits and -, up to 63.`);
  }
  const { tables, hooks } = (api ?? {}) as { tables?: { format?: unknown }; hooks?: unknown };
  if (tables?.format !== 1 || typeof hooks !== "object") {
    throw new TypeError(
      `apis.${name} is no API of this version: import the default export of its sandbox module, and regenerate its tables if they are older.`,
    );
  }
}

function isWhole(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
