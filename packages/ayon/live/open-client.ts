import { type Ayon, apiKey, createAyon } from "@fairlead/ayon";

/** A client of the server that the environment names. Plain http to another machine wants AYON_ALLOW_HTTP=1. */
export function openClient(): Ayon {
  const { AYON_SERVER_URL: baseUrl = "", AYON_API_KEY = "", AYON_ALLOW_HTTP } = process.env;
  return createAyon({ baseUrl, auth: apiKey(AYON_API_KEY), allowInsecureHttp: AYON_ALLOW_HTTP === "1" });
}
