import { dayMs, minuteMs } from "../../core/clock.ts";
import type { WebhookAttempt } from "../../core/github-reads.ts";

/** GitHub keeps deliveries for three days: https://docs.github.com/en/webhooks/using-webhooks/viewing-webhook-deliveries */
const keptMs = 3 * dayMs;

/** The list is not quite in order, and clocks differ. What is read twice is the same. */
const overlapMs = 10 * minuteMs;

/** GitHub waits ten seconds for an answer. An attempt without one that is older than this has failed. */
const underWayMs = minuteMs;

/** So often it is asked for; and again no sooner than its next attempt must be listed. */
const maxAsked = 3;
const askedAgainMs = 10 * minuteMs;

/** A webhook of which no attempt got through. */
export interface LostWebhook {
  readonly guid: string;
  /** The id of its newest attempt. */
  readonly attempt: string;
  /** When the first attempt that we know of was made, in milliseconds. */
  readonly at: number;
  /** How often GitHub was asked to send it again, and when it was last, in milliseconds; 0 for never. */
  readonly asked: number;
  readonly askedAt: number;
}

/** What is known of webhooks by GitHub's list of them. */
export interface WebhookSweep {
  /** The time of the newest attempt that was seen, in milliseconds; missing before the first look. */
  readonly seenTo?: number;
  readonly lost: readonly LostWebhook[];
}

/** From when on attempts have to be listed: since the last look, or as far back as GitHub keeps them. */
export function listedFrom({ seenTo = 0 }: WebhookSweep, now: Date): Date {
  return new Date(Math.max(seenTo - overlapMs, now.getTime() - keptMs));
}

/** What is known after a look, in which attempts come newest first: those that got through since are lost no more. */
export function afterLook(before: WebhookSweep, attempts: readonly WebhookAttempt[], now: Date): WebhookSweep {
  const lost = new Map(before.lost.map((it) => [it.guid, it]));
  // The next look, which overlaps this one, shows what came of those that are under way.
  const isOver = (it: WebhookAttempt) => it.isDelivered !== undefined || it.at.getTime() <= now.getTime() - underWayMs;
  const seen = Map.groupBy(attempts.filter(isOver), ({ guid }) => guid);
  for (const [guid, them] of seen) {
    const known = lost.get(guid);
    lost.delete(guid);
    const [newest] = them;
    if (newest === undefined || them.some(({ isDelivered }) => isDelivered)) continue;
    const at = Math.min(known?.at ?? Number.POSITIVE_INFINITY, ...them.map((it) => it.at.getTime()));
    lost.set(guid, { asked: 0, askedAt: 0, ...known, guid, at, attempt: newest.id });
  }
  const times = attempts.map(({ at }) => at.getTime());
  const seenTo = Math.max(before.seenTo ?? 0, ...times);
  const kept = [...lost.values()].filter(({ at }) => at > now.getTime() - keptMs);
  return { ...(seenTo > 0 && { seenTo }), lost: kept };
}

/**
 * Those to be sent again now, oldest first, as they would have come. Without a look (`isListed`) nothing is known of what
 * came of those that GitHub was asked for.
 */
export function dueWebhooks({ lost }: WebhookSweep, now: Date, isListed: boolean): readonly LostWebhook[] {
  const at = now.getTime();
  const isDue = ({ asked, askedAt }: LostWebhook) =>
    asked === 0 || (isListed && asked < maxAsked && askedAt <= at - askedAgainMs);
  return lost.filter(isDue).toSorted((one, other) => one.at - other.at);
}

/** The same sweep when GitHub was asked for these. */
export function afterAsking(sweep: WebhookSweep, asked: readonly LostWebhook[], now: Date): WebhookSweep {
  const guids = new Set(asked.map(({ guid }) => guid));
  const lost = sweep.lost.map((it) =>
    guids.has(it.guid) ? { ...it, asked: it.asked + 1, askedAt: now.getTime() } : it,
  );
  return { ...sweep, lost };
}
