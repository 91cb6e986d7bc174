import type { StoredDnsRecord } from "../dns/stored-dns-record.ts";
import { systemContents, systemRecord } from "../dns/system-records.ts";
import { domains } from "./domains.ts";
import { deckhand } from "./users.ts";

/** Ids of the service's records, two for each domain in the order of the domains. */
const systemIds: readonly string[] = [
  ...["rec_2bNq7VzK4mXr9TsWf6HyLc3J", "rec_5dPs8WaL1nYt3UvXg7JzMd4K"],
  ...["rec_7fRu9XbM2pZv4VwYh8KaNe5L", "rec_8gSv1YcN3qAw5WxZj9LbPf6M"],
  ...["rec_6rJf2MdZ9kLp3SxTc8HyNb5W", "rec_1hTw4ZdP5rBx6XyAk2McQg7N"],
];

const made: readonly StoredDnsRecord[] = domains.flatMap(({ name, createdAt }, at) =>
  systemContents.map((content, second): StoredDnsRecord => {
    const time = createdAt + second;
    const id = systemIds[at * systemContents.length + second] ?? `rec_${at}${second}`;
    return { ...systemRecord(content, name), id, createdAt: time, updatedAt: time };
  }),
);

/** The records of every session: those of the service, two of the domain that the team bought, and one of the others. */
export const dnsRecords: readonly StoredDnsRecord[] = [
  ...made,
  {
    id: "rec_4tGh8YsB1jWq6CnEx7UvKa2P",
    domain: "example.com",
    name: "",
    type: "MX",
    value: "mail.example.net.",
    priority: 10,
    ttl: 3600,
    creator: deckhand.id,
    createdAt: Date.parse("2025-11-05T07:20:00Z"),
    updatedAt: Date.parse("2025-11-05T07:20:00Z"),
  },
  {
    id: "rec_9dKw3XcQ7mTz5VpRb2NfLs8H",
    domain: "example.com",
    name: "_vercel",
    type: "TXT",
    value: "vc-domain-verify=deck.example.com,3f9b1c7d2a6e4085b9d1",
    ttl: 60,
    creator: deckhand.id,
    comment: "Until the deck has its own account",
    createdAt: Date.parse("2025-11-05T08:20:00Z"),
    updatedAt: Date.parse("2025-11-05T08:20:00Z"),
  },
  {
    id: "rec_3kVx6AeQ7sCy8ZbBm4NdRh9P",
    domain: "example.org",
    name: "lamp",
    type: "A",
    value: "192.0.2.21",
    ttl: 60,
    creator: "7e1d4c9a2b8f3056a1c4e7d2",
    createdAt: Date.parse("2025-11-02T09:10:00Z"),
    updatedAt: Date.parse("2025-11-02T09:10:00Z"),
  },
];
