import { createHash } from "node:crypto";
import type { Act } from "./act.ts";
import { hourMs, minuteMs } from "../../src/core/clock.ts";
import { Chances } from "./chances.ts";
import type { Fate, FateOf } from "./post-office.ts";
import { nextTick } from "./ticks.ts";

/** Each webhook once, at once, in order. */
export function inOrder(): Fate {
  return { lateMs: [0] };
}

/** How webhooks may go astray, of a hundred. */
export interface Trouble {
  readonly seed: number;
  readonly doubled: number;
  /** GitHub heard of no success, and lists it among those that failed. */
  readonly refused: number;
  /** GitHub believes that it arrived. */
  readonly forever: number;
}

/** A reading of all threads that changed comes at least this often, in milliseconds. */
const sweptWithin = 26 * hourMs;

/**
 * Webhooks that overtake each other by seconds, minutes and hours, come twice, and get lost. None is lost for ever that
 * GitHub itself cannot tell of afterwards. It knows the present answer and the present close with their times, and nothing
 * of earlier ones: what is taken back before the next sweep may only fail to arrive at first, and is sent again. Nor does
 * it say when a mark was removed or a thread reopened, nor that something was deleted.
 *
 * `unawares` are the threads of which the app did not know all when it looked at its clock: it may have called somebody
 * for what was done already, or nobody for what it had not heard of.
 */
export function inTrouble(
  script: readonly Act[],
  trouble: Trouble,
): { readonly fateOf: FateOf; readonly unawares: ReadonlySet<string> } {
  const sent = new Map<string, number>();
  const threads = Map.groupBy(script, ({ thread }) => thread);
  const unawares = new Set<string>();
  const fateOf: FateOf = ({ headers, body }, sentAt) => {
    const { action = "", discussion, comment, sender } = JSON.parse(body) as Payload;
    const name = /\((thread-\d+)\)$/.exec(discussion?.title ?? "")?.[1] ?? "";
    const told = `${headers["x-github-event"]}.${action}`;
    const mayBeLost =
      isToldByThread(told, comment?.body ?? "") &&
      isLasting(told, discussion?.updated_at ?? "", threads.get(name) ?? []);
    const kind = `${name} ${told} ${sender?.login ?? ""}`;
    const nth = (sent.get(kind) ?? 0) + 1;
    sent.set(kind, nth);
    const fate = chooseFate(new Chances(seedOf(`${trouble.seed} ${kind} ${nth}`)), trouble, mayBeLost);
    const arrivesAt = fate.lost === undefined ? sentAt + Math.min(...fate.lateMs) : Number.POSITIVE_INFINITY;
    if (nextTick(sentAt) <= arrivesAt) unawares.add(name);
    return fate;
  };
  return { fateOf, unawares };
}

/**
 * Each webhook has a seed of its own, by what it tells and how often that was told before: what the app does itself is
 * told in an order that differs from run to run, and must not change what becomes of everything after it.
 */
function seedOf(text: string): number {
  return createHash("sha256").update(text).digest().readInt32BE();
}

function chooseFate(chances: Chances, { doubled, refused, forever }: Trouble, mayBeLost: boolean): Fate {
  const late = [lateness(chances)];
  if (chances.percent(doubled)) late.push(lateness(chances) + chances.whole(0, hourMs));
  if (chances.percent(refused)) return { lateMs: [], lost: "refused" };
  return chances.percent(forever) && mayBeLost ? { lateMs: [], lost: "forever" } : { lateMs: late };
}

interface Payload {
  readonly action?: string;
  readonly discussion?: { readonly title?: string; readonly updated_at?: string };
  readonly comment?: { readonly body?: string };
  readonly sender?: { readonly login?: string };
}

/** Most come within seconds, some within minutes, and a few after hours. */
function lateness(chances: Chances): number {
  const upTo = chances.weighted({ "20000": 70, [10 * minuteMs]: 22, [2 * hourMs]: 6, [8 * hourMs]: 2 });
  return chances.whole(0, Number(upTo));
}

/** Whether a thread that is read shows what was told. A command is obeyed when it is told, and not for being there. */
function isToldByThread(told: string, comment: string): boolean {
  return told === "discussion_comment.created" ? !comment.startsWith("/") : shownByThread.has(told);
}

/** What a thread shows that is read later. It does not show when a mark was removed, or when it was reopened. */
const shownByThread = new Set([
  "discussion.created",
  "discussion.answered",
  "discussion.closed",
  "discussion.labeled",
  "discussion.unlabeled",
  "discussion.locked",
  "discussion.category_changed",
  "discussion_comment.edited",
]);

const undoneBy: Readonly<Record<string, Act["do"]>> = {
  "discussion.answered": "unmark",
  "discussion.closed": "reopen",
};

/** Whether it is not taken back before the next sweep. */
function isLasting(told: string, at: string, acts: readonly Act[]): boolean {
  const undone = undoneBy[told];
  const time = Date.parse(at);
  return !acts.some((act) => act.do === undone && act.at > time && act.at < time + sweptWithin);
}
