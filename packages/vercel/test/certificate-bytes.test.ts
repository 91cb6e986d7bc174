import { Refusal } from "@fairlead/sandbox";
import { describe, expect, it } from "vitest";
import { readUpload } from "../src/sandbox/certs/read-upload.ts";
import { makeCertificate } from "./make-certificate.ts";

const now = Date.parse("2026-11-05T08:30:00Z");
const notAfter = new Date("2049-06-30T10:00:00Z");

/** What comes of an upload: what the certificate says, or the text of the refusal; anything else is thrown. */
function outcome(upload: Parameters<typeof readUpload>[0]): object | string {
  try {
    return readUpload(upload, now);
  } catch (error) {
    if (error instanceof Refusal && error.status === 400) return error.message;
    throw error;
  }
}

/** A PEM text with one byte of its content changed. */
function damaged(pem: string, at: number, by: number): string {
  const [begin = "", ...rest] = pem.trim().split("\n");
  const end = rest.pop() ?? "";
  const bytes = Buffer.from(rest.join(""), "base64");
  bytes[at] = ((bytes[at] ?? 0) + by) % 256;
  return [begin, bytes.toString("base64"), end].join("\n");
}

describe("bytes of certificates that come from outside", () => {
  const names = ["harbour.example.com"];
  it.each(["ec", "rsa"] as const)("are read or refused, whichever byte is wrong, for keys of the kind %s", (kind) => {
    const { cert, key } = makeCertificate({ names, notAfter, kind });
    expect(outcome({ cert, key, ca: cert })).toMatchObject({ names, notAfter: notAfter.getTime() });
    const seen = new Set<string>();
    for (let at = 0; at < 400; at += 1)
      for (const by of [1, 0x40, 0x80, 0xff])
        for (const upload of [
          { cert: damaged(cert, at, by), key, ca: cert },
          { cert, key: damaged(key, at, by), ca: cert },
        ])
          seen.add(typeof outcome(upload));
    expect([...seen].sort()).toEqual(["object", "string"]);
  });

  it("are refused where they end too early", () => {
    const { cert, key } = makeCertificate({ names, notAfter });
    const bytes = Buffer.from(cert.replace(/-----[^-]+-----|\s/g, ""), "base64");
    for (let length = 0; length < bytes.length; length += 1) {
      const short = bytes.subarray(0, length).toString("base64");
      const text = `-----BEGIN CERTIFICATE-----\n${short}\n-----END CERTIFICATE-----\n`;
      expect(outcome({ cert: text, key, ca: cert }), `${length} bytes`).toBe("cert must be a certificate in PEM form");
    }
  });

  it("are taken with text around them and with line ends of Windows", () => {
    const { cert, key } = makeCertificate({ names, notAfter });
    const text = `subject=harbour\r\n${cert.replaceAll("\n", "\r\n")}`;
    expect(outcome({ cert: text + text, key: `Bag Attributes\n${key}`, ca: text })).toMatchObject({ names });
  });

  it("tell all of several names, also where they are more than a short length can say", () => {
    const many = Array.from({ length: 40 }, (_, index) => `pier-${index}.example.com`);
    const { cert, key } = makeCertificate({ names: many, notAfter: new Date("2051-01-02T03:04:05Z") });
    expect(outcome({ cert, key, ca: cert })).toMatchObject({
      names: many,
      notAfter: Date.parse("2051-01-02T03:04:05Z"),
    });
  });
});
