import { advanceClock, getClock, updateClock } from "./clock-actions.ts";
import type { ControlAction } from "./control-answer.ts";
import { controlDocument } from "./document.ts";
import { createEntities, listEntities } from "./entity-actions.ts";
import { clearJournal, getJournalEntry, listJournalEntries } from "./journal-actions.ts";
import { planJob } from "./plan-job.ts";
import {
  createSession,
  deleteSession,
  forkSession,
  getSession,
  listSessions,
  resetSession,
} from "./session-actions.ts";
import { getSnapshot, restoreSnapshot } from "./snapshot-actions.ts";
import { listDeliveries, replayDelivery } from "./webhook-actions.ts";

/** What the control plane does, by the operationId of its document. */
export const actions: Readonly<Record<string, ControlAction>> = {
  getHealth: () => ({ status: 200, json: { status: "ok" } }),
  getDocument: () => ({ status: 200, json: controlDocument }),
  listSessions,
  createSession,
  getSession,
  deleteSession,
  forkSession,
  resetSession,
  getSnapshot,
  restoreSnapshot,
  getClock,
  updateClock,
  advanceClock,
  listEntities,
  createEntities,
  planJob,
  listJournalEntries,
  getJournalEntry,
  clearJournal,
  listDeliveries,
  replayDelivery,
};
