import { createSign, generateKeyPairSync, type KeyObject, sign } from "node:crypto";

/** A certificate that signs itself, with its key in several forms, all as PEM. */
export interface MadeCertificate {
  readonly cert: string;
  readonly key: string;
  /** The key as older tools write it; for kinds without an older form the same as `key`. */
  readonly olderKey: string;
  readonly encryptedKey: string;
}

/** What a certificate says. */
export interface CertificateOrder {
  /** Alternative names; none for an old certificate with a common name alone. */
  readonly names: readonly string[];
  readonly commonName?: string;
  readonly notAfter: Date;
  /** @default "ec" */
  readonly kind?: "ec" | "rsa" | "ed25519";
}

/** Makes a certificate with a key of its own: fixtures with private keys would look like leaked ones. */
export function makeCertificate({ names, commonName, notAfter, kind = "ec" }: CertificateOrder): MadeCertificate {
  const { publicKey, privateKey } = keysOf(kind);
  const name = der(0x30, ...(commonName === undefined ? [] : [nameOf(commonName)]));
  const algorithm = algorithms[kind];
  const body = der(
    0x30,
    ...(names.length === 0 ? [] : [der(0xa0, der(0x02, Buffer.from([2])))]),
    der(0x02, Buffer.from([1])),
    algorithm,
    name,
    der(0x30, timeOf(new Date("2020-01-01T00:00:00Z")), timeOf(notAfter)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    ...(names.length === 0 ? [] : [extensionsOf(names)]),
  );
  const signature =
    kind === "ed25519" ? sign(null, body, privateKey) : createSign("sha256").update(body).sign(privateKey);
  const certificate = der(0x30, body, algorithm, der(0x03, Buffer.from([0]), signature));
  const older = { ec: "sec1", rsa: "pkcs1", ed25519: "pkcs8" } as const;
  return {
    cert: pem("CERTIFICATE", certificate),
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    olderKey: privateKey.export({ type: older[kind], format: "pem" }).toString(),
    encryptedKey: privateKey
      .export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "anchor" })
      .toString(),
  };
}

const algorithms = {
  ec: der(0x30, Buffer.from("06082a8648ce3d040302", "hex")), // ecdsa-with-SHA256
  rsa: der(0x30, Buffer.from("06092a864886f70d01010b0500", "hex")), // sha256WithRSAEncryption
  ed25519: der(0x30, Buffer.from("06032b6570", "hex")),
};

function keysOf(kind: "ec" | "rsa" | "ed25519"): { publicKey: KeyObject; privateKey: KeyObject } {
  if (kind === "rsa") return generateKeyPairSync("rsa", { modulusLength: 2048 });
  return kind === "ec" ? generateKeyPairSync("ec", { namedCurve: "prime256v1" }) : generateKeyPairSync("ed25519");
}

/** A value of DER with its tag and its length. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const long = length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...(length < 0x80 ? [length] : long)]), content]);
}

function nameOf(commonName: string): Buffer {
  const pair = der(0x30, Buffer.from("0603550403", "hex"), der(0x0c, Buffer.from(commonName)));
  return der(0x31, pair);
}

/** Up to 2049 a time has two digits for its year, later four. */
function timeOf(date: Date): Buffer {
  const digits = `${date.toISOString().replace(/\D/g, "").slice(0, 14)}Z`;
  return date.getUTCFullYear() < 2050 ? der(0x17, Buffer.from(digits.slice(2))) : der(0x18, Buffer.from(digits));
}

function extensionsOf(names: readonly string[]): Buffer {
  const list = der(0x30, ...names.map((name) => der(0x82, Buffer.from(name))));
  const alternative = der(0x30, Buffer.from("0603551d11", "hex"), der(0x04, list));
  const basic = der(0x30, Buffer.from("0603551d13", "hex"), Buffer.from("0101ff", "hex"), der(0x04, der(0x30)));
  return der(0xa3, der(0x30, basic, alternative));
}

function pem(label: string, bytes: Buffer): string {
  const lines = bytes.toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join("\n")}\n-----END ${label}-----\n`;
}
