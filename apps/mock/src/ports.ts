import { UserError } from "./user-error.ts";

/** The variable that overrides the port of a folder of `spec/`: `PORT_` and the name in capitals, dashes as underscores. */
export function portVariable(folder: string): string {
  return `PORT_${folder.toUpperCase().replaceAll("-", "_")}`;
}

/**
 * The port that `variable` asks for, else the default.
 * @returns A whole number from 0 to 65535; 0 means a free port.
 * @throws {UserError} The variable holds something else, the empty text included.
 */
export function readPort(env: NodeJS.ProcessEnv, variable: string, byDefault: number): number {
  const text = env[variable];
  if (text === undefined) return byDefault;
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new UserError(
    `${variable} is ${JSON.stringify(text)}: set it to a whole number from 0 to 65535 (0: a free port).`,
  );
}

/** What to tell whoever started us when a server cannot take its port; undefined for a failure of another kind. */
export function explainListenError(
  error: unknown,
  port: number,
  host: string,
  variable: string,
): UserError | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  switch (error.code) {
    case "EADDRINUSE":
      return new UserError(`Port ${port} is taken: set ${variable} to another one (0: a free port).`);
    case "EACCES":
      return new UserError(`Port ${port} is not allowed to this user: set ${variable} to one from 1024 on.`);
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return new UserError(`--host ${host} is no address of this machine; 127.0.0.1 is the default.`);
    default:
      return undefined;
  }
}
