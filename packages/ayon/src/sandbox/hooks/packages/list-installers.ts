import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { demandMember } from "../../caller.ts";

/** Version of the launcher that the bundle in each role names; no bundle is the staging one. */
const bundled: { readonly production: string; readonly staging?: string } = { production: "1.5.0" };

/** The installers that fit; a role overrides the version. */
export const listInstallers: Hook<operations["listInstallers"]> = async (call, next) => {
  await demandMember(call);
  const { variant } = call.query ?? {};
  if (variant !== undefined) {
    const version = bundled[variant];
    if (version === undefined) throw call.refuse(404, `No bundle is the ${variant} one`);
    Object.assign(call.query ?? {}, { version });
  }
  return next();
};
