import type { User } from "../entities.ts";
import { hashPassword, previewKey, sha256 } from "../secret-hash.ts";

const at = "2025-10-01T08:00:00.120044+00:00";

/** The API key of the service user, for tests. It is fictional, like all of the seed. */
export const renderKey = "fictionalkey00000000000000007f3a";

/** The users of every session. The artist has the password of the documents' example, the others their names. */
export async function makeUsers(): Promise<readonly User[]> {
  const person = async (name: string, fullName: string, data: User["data"], password = name): Promise<User> => ({
    name,
    attrib: { fullName, email: `${name}@example.com` },
    data: { ...data, password: await hashPassword(password, await salt(name)) },
    active: true,
    ownAttrib: ["fullName", "email"],
    createdAt: at,
    updatedAt: at,
  });
  return [
    await person(
      "compositor_1",
      "Compositor One",
      { accessGroups: { harbour_short: ["artist"] }, createdBy: "admin" },
      "fictional-passphrase-1",
    ),
    await person("admin", "Studio Admin", { isAdmin: true }),
    await person("producer", "Producer", { isManager: true, createdBy: "admin" }),
    {
      name: "render_service",
      attrib: { fullName: "Render service" },
      data: {
        isService: true,
        apiKey: await sha256(renderKey),
        apiKeyPreview: previewKey(renderKey),
        createdBy: "admin",
      },
      active: true,
      ownAttrib: ["fullName"],
      createdAt: at,
      updatedAt: at,
    },
  ];
}

async function salt(name: string): Promise<string> {
  return (await sha256(`salt of ${name}`)).slice(0, 16);
}
