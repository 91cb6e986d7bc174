import type { Inputs } from "./input-of.ts";

/** Inputs of sessions and users. */
export const access: Pick<
  Inputs,
  "login" | "logout" | "createSession" | "getCurrentUser" | "getUser" | "createUser" | "updateUser" | "deleteUser"
> = {
  login: { body: { name: "compositor_1", password: "fictional-passphrase-1" } },
  logout: undefined,
  createSession: { body: { userName: "compositor_1", message: "Session for a render job" } },
  getCurrentUser: undefined,
  getUser: { user_name: "compositor.1" },
  createUser: {
    user_name: "compositor_1",
    body: {
      attrib: { fullName: "Compositor One" },
      data: { accessGroups: { harbour_short: ["artist"] } },
      password: "fictional-passphrase-1",
    },
  },
  updateUser: { user_name: "compositor_1", body: { data: { accessGroups: { lighthouse_ad: ["artist"] } } } },
  deleteUser: { user_name: "compositor_1" },
};
