import type { components } from "../../generated/schema.ts";
import { vercelRefusal } from "../refusal.ts";

/** What an uploaded certificate says. */
export interface CertificateFacts {
  /** DNS names that it is for: its alternative names, else the common name of its subject. */
  readonly names: readonly string[];
  /** When it ends, milliseconds since 1970-01-01 UTC. */
  readonly notAfter: number;
}

/**
 * What an uploaded certificate says.
 * @param now - Milliseconds since 1970-01-01 UTC.
 * @throws {Refusal} 400 `bad_request`, a text is not what it should be, or the key is of another certificate; 400
 * `cert_expired`, its time is over. The last two don't matter with `skipValidation`. 500 `internal_server_error`, the
 * sandbox runs where nothing can read certificates.
 */
export function readUpload(upload: components["schemas"]["CertificateUpload"], now: number): CertificateFacts {
  const { ca, cert, key, skipValidation = false } = upload;
  const { X509Certificate, createPrivateKey } = nodeCrypto();
  const certificate = attempt("cert", "a certificate in PEM form", () => new X509Certificate(cert));
  attempt("ca", "a certificate in PEM form", () => new X509Certificate(ca));
  const privateKey = attempt("key", "a private key that is not encrypted", () => createPrivateKey(key));
  const names = namesOf(certificate.subjectAltName, certificate.subject);
  const notAfter = Date.parse(certificate.validTo);
  if (names.length === 0 || Number.isNaN(notAfter)) throw wrong("cert", "a certificate for a domain, with an end");
  if (skipValidation) return { names, notAfter };
  if (!attempt("key", "a key of the certificate's kind", () => certificate.checkPrivateKey(privateKey)))
    throw vercelRefusal(400, "bad_request", "The key does not belong to the certificate");
  if (notAfter > now) return { names, notAfter };
  throw vercelRefusal(400, "cert_expired", `The certificate ended at ${new Date(notAfter).toISOString()}`);
}

/** Node's own library, asked for at run time: an import would keep the sandbox from running in a browser. */
function nodeCrypto(): typeof import("node:crypto") {
  const crypto = globalThis.process?.getBuiltinModule?.("node:crypto");
  if (crypto !== undefined) return crypto;
  throw vercelRefusal(500, "internal_server_error", "The sandbox reads certificates on Node 20.19 and later only");
}

/** @param subject - Lines such as `CN=harbour.example.com`. */
function namesOf(alternative: string | undefined, subject: string | undefined): readonly string[] {
  const names = alternative?.split(", ").flatMap((one) => (one.startsWith("DNS:") ? [one.slice(4)] : [])) ?? [];
  if (names.length > 0) return names;
  return subject?.split("\n").flatMap((line) => (line.startsWith("CN=") ? [line.slice(3)] : [])) ?? [];
}

/** Runs a reader of bytes that come from outside: what it can't read is the sender's fault. */
function attempt<Result>(member: string, what: string, read: () => Result): Result {
  try {
    return read();
  } catch {
    throw wrong(member, what);
  }
}

function wrong(member: string, what: string): Error {
  return vercelRefusal(400, "bad_request", `${member} must be ${what}`);
}
