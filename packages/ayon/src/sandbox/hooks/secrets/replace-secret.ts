import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { demandAdmin } from "../../caller.ts";

/** Makes a secret, or overwrites its value; the name in the path counts. */
export const replaceSecret: Hook<operations["replaceSecret"]> = async (call) => {
  await demandAdmin(call);
  const { store, body } = call;
  const name = call.path.name;
  const known = store.get("Secret", name);
  if (known === undefined) store.create("Secret", { name, value: body.value });
  else store.update("Secret", known, { value: body.value });
  return { status: 204 };
};
