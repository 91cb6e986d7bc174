import { makeCertificate } from "../test/make-certificate.ts";

const { cert, key } = makeCertificate({ names: ["upload.example.com"], notAfter: new Date("2040-01-01T00:00:00Z") });

/** What the calls need that no call makes. */
export interface SdkWorld {
  /** A member of the team `acme` beside the token's user. */
  readonly member: string;
  /** A domain of another team, whose record is set for `acme`. */
  readonly claimable: string;
  /** A check of the project `harbour-site`. */
  readonly check: string;
  /** A deployment that was in production before. */
  readonly earlier: string;
  readonly alias: string;
  readonly cert: { readonly ca: string; readonly cert: string; readonly key: string };
}

/** What is there before the first call of the SDK: ids and names of the sandbox's seed. */
export const sdkWorld: SdkWorld = {
  member: "5d7e2a90c41b8f3e6a0d9b42",
  claimable: "example.net",
  check: "chk_5mWq8zRt2VxL9nKc",
  earlier: "dpl_4Rk9zTf2QwE7xUa5mNc8vBj3",
  alias: "alias-by-the-sdk.example.com",
  cert: { ca: cert, cert, key },
};
