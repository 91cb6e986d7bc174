import { inputs } from "../inputs.ts";
import { type Expected, json } from "./expected.ts";

/** The requests of sessions and users. */
export const access: Record<string, Expected> = {
  login: {
    call: (ay) => ay.auth.login(inputs.login),
    method: "POST",
    url: "/api/auth/login",
    ...json({ name: "compositor_1", password: "fictional-passphrase-1" }),
  },
  logout: { call: (ay) => ay.auth.logout(), method: "POST", url: "/api/auth/logout" },
  createSession: {
    call: (ay) => ay.auth.createSession(inputs.createSession),
    method: "POST",
    url: "/api/auth/sessions",
    ...json({ userName: "compositor_1", message: "Session for a render job" }),
  },
  getCurrentUser: { call: (ay) => ay.users.me(), method: "GET", url: "/api/users/me" },
  getUser: { call: (ay) => ay.users.get(inputs.getUser), method: "GET", url: "/api/users/compositor.1" },
  createUser: {
    call: (ay) => ay.users.create(inputs.createUser),
    accept: "*/*",
    method: "PUT",
    url: "/api/users/compositor_1",
    ...json({
      attrib: { fullName: "Compositor One" },
      data: { accessGroups: { harbour_short: ["artist"] } },
      password: "fictional-passphrase-1",
    }),
  },
  updateUser: {
    call: (ay) => ay.users.update(inputs.updateUser),
    accept: "*/*",
    method: "PATCH",
    url: "/api/users/compositor_1",
    ...json({ data: { accessGroups: { lighthouse_ad: ["artist"] } } }),
  },
  deleteUser: {
    call: (ay) => ay.users.delete(inputs.deleteUser),
    accept: "*/*",
    method: "DELETE",
    url: "/api/users/compositor_1",
  },
};
