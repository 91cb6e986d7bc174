import type { StoredCertificate } from "../certs/stored-certificate.ts";
import { acme, lighthouse } from "./teams.ts";

/** The certificates of every session: one that is renewed, one from elsewhere, and one of the other team. */
export const certificates: readonly StoredCertificate[] = [
  {
    id: "cert_5nWy7BfR8tDz9AcCp6PeSj1Q",
    accountId: lighthouse.id,
    cns: ["lamp.example.org"],
    autoRenew: true,
    createdAt: Date.parse("2025-11-02T09:20:00Z"),
    expiresAt: Date.parse("2026-01-31T09:20:00Z"),
  },
  {
    id: "cert_3cVb9HnX6qJd2KsW8gTr5yMf",
    accountId: acme.id,
    cns: ["harbour.example.com"],
    autoRenew: false,
    createdAt: Date.parse("2025-11-04T09:00:00Z"),
    expiresAt: Date.parse("2027-11-04T08:00:00Z"),
  },
  {
    id: "cert_8mQx4TzK2vRb7NwYd5JsLp3H",
    accountId: acme.id,
    cns: ["quay.example.com", "*.quay.example.com"],
    autoRenew: true,
    createdAt: Date.parse("2025-11-05T08:20:00Z"),
    expiresAt: Date.parse("2026-02-03T08:20:00Z"),
  },
];
