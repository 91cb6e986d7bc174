import { vercelRefusal } from "../refusal.ts";
import type { EnvVarError } from "./check-env-var.ts";

/** The error of one variable as an answer: 403 where another one is in the way, else 400. */
export function envVarRefusal({ code, message, ...extras }: EnvVarError): Error {
  return vercelRefusal(code === "ENV_CONFLICT" ? 403 : 400, code, message, extras);
}
