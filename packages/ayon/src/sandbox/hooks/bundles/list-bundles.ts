import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { type Bundle, bundleOfVariant } from "../../bundles/bundle.ts";
import { callerOf } from "../../caller.ts";

/** The bundles, new ones first, and which of them are in use. Guests may see them too. */
export const listBundles: Hook<operations["listBundles"]> = async (call) => {
  await callerOf(call);
  const { store } = call;
  const all = (store.list("Bundle") as readonly Bundle[]).filter(
    ({ isArchived }) => !isArchived || call.query?.archived === true,
  );
  const bundles = all.toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
  return call.reply({
    bundles,
    productionBundle: bundleOfVariant(store, "production")?.name ?? null,
    stagingBundle: bundleOfVariant(store, "staging")?.name ?? null,
    devBundles: bundles.filter(({ isDev }) => isDev).map(({ name }) => name),
  });
};
