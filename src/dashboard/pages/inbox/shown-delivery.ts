import type { InboxEntry } from "../../../core/delivery.ts";

/** Where a delivery is shown. */
export function deliveryPath(id: string): string {
  return `/-/inbox/${encodeURIComponent(id)}`;
}

/** `discussion.created`. */
export function eventOf({ name, action }: Pick<InboxEntry, "name" | "action">): string {
  return action === undefined ? name : `${name}.${action}`;
}

/** `dead after 8 failed tries`. */
export function shownState({ state, shortfall, attempts }: InboxEntry): string {
  const tries = attempts === 0 ? "" : ` after ${attempts} failed ${attempts === 1 ? "try" : "tries"}`;
  return `${shortfall === undefined ? state : `${state} (${shortfall})`}${tries}`;
}

/** `2026-11-29 22:10:05`, in UTC. */
export function shownTime(at: Date): string {
  return at.toISOString().slice(0, 19).replace("T", " ");
}
