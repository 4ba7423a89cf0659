import type { Selectable } from "kysely";
import type { InboxEntry } from "../core/delivery.ts";
import type { Tables } from "../storage/tables.ts";

/** The columns of which an entry is made. */
export const entryColumns = [
  "id",
  "name",
  "action",
  "order_key",
  "state",
  "attempts",
  "received_at",
  "run_at",
  "finished_at",
  "outcome",
  "shortfall",
] as const;

export type EntryRow = Pick<Selectable<Tables["deliveries"]>, (typeof entryColumns)[number]>;

export function toInboxEntry(row: EntryRow): InboxEntry {
  return {
    id: row.id,
    name: row.name,
    action: row.action ?? undefined,
    orderKey: row.order_key,
    state: row.state,
    attempts: row.attempts,
    receivedAt: new Date(row.received_at),
    runAt: new Date(row.run_at),
    ...(row.finished_at === null ? {} : { finishedAt: new Date(row.finished_at) }),
    ...(row.outcome === null ? {} : { outcome: row.outcome }),
    ...(row.shortfall === null ? {} : { shortfall: row.shortfall }),
  };
}

/** What kind of event it is, for lists: GitHub's `action`, or the kind of an event of our own. */
export function actionOf(payload: unknown): string | null {
  if (typeof payload !== "object" || payload === null) return null;
  if ("action" in payload && typeof payload.action === "string") return payload.action;
  if ("kind" in payload && typeof payload.kind === "string") return payload.kind;
  return null;
}
