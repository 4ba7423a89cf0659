import type { InboxState, Shortfall } from "../core/delivery.ts";
import type { Inbox } from "../core/inbox.ts";
import { describePlan } from "./perform.ts";
import { ownEvent } from "./to-support-event.ts";

/** What came of one delivery. */
export interface HandledDelivery {
  readonly id: string;
  /** GitHub's event and action, or the kind of an event of our own. */
  readonly what: string;
  readonly state: InboxState;
  /** In one line: what was done and why, or the last error; empty before its first try. */
  readonly outcome: string;
  readonly shortfall?: Shortfall;
  /** Its plans in words, one line an action. */
  readonly plans: readonly string[];
}

/** More than this nobody reads; the newest are those that count. */
const maxListed = 300;

/** Deliveries that came or ended since then, in the order they came. */
export async function handledSince(inbox: Inbox, since: Date): Promise<readonly HandledDelivery[]> {
  const listed = await inbox.list({ limit: maxListed });
  const recent = listed.filter(
    ({ receivedAt, finishedAt }) => receivedAt >= since || (finishedAt ?? receivedAt) >= since,
  );
  const shown = await Promise.all(recent.toReversed().map(({ id }) => showHandled(inbox, id)));
  return shown.filter((it) => it !== undefined);
}

/** One of them; undefined where there is none of this id. */
export async function showHandled(inbox: Inbox, id: string): Promise<HandledDelivery | undefined> {
  const found = await inbox.show(id);
  if (!found) return undefined;
  const { name, action, payload, state, outcome = "", shortfall, plans } = found;
  const { kind } = Object(payload) as { readonly kind?: unknown };
  const what = name === ownEvent && typeof kind === "string" ? kind : action === undefined ? name : `${name}.${action}`;
  return {
    id,
    what,
    state,
    outcome,
    ...(shortfall && { shortfall }),
    plans: Object.values(plans).flatMap(({ plan }) => describePlan(plan)),
  };
}
