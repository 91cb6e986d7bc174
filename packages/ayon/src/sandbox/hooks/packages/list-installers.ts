import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { bundleOfVariant } from "../../bundles/bundle.ts";
import { demandMember } from "../../caller.ts";

/** The installers that fit. With a role the version is that of the bundle in it; one that names none lets all through. */
export const listInstallers: Hook<operations["listInstallers"]> = async (call, next) => {
  await demandMember(call);
  const { variant } = call.query ?? {};
  if (variant !== undefined) {
    const bundle = bundleOfVariant(call.store, variant);
    if (bundle === undefined) throw call.refuse(404, `No bundle is the ${variant} one`);
    Object.assign(call.query ?? {}, { version: bundle.installerVersion ?? undefined });
  }
  return next();
};
