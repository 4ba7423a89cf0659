import type { CloseReason } from "../../../core/discussion.ts";
import type { ObservedThread, TimelineEntry } from "../../../core/timeline.ts";
import { readTo, type StoredThread } from "../facts.ts";
import { keyOf } from "../../../timeline/entry-keys.ts";
import type { EntryRow } from "./join-facts.ts";

/** A webhook shows when the thread was last changed, which may be a moment after it was closed. */
const sameMs = 10_000;

interface Step {
  readonly at: number;
  /** Missing: it was reopened. */
  readonly closes?: CloseReason;
  readonly isBound: boolean;
}

interface Closings {
  readonly entries: readonly TimelineEntry[];
  /** Reopenings that a reading showed, and no webhook told. */
  readonly bounds: readonly TimelineEntry[];
  /** How the thread is closed, by all that is known. */
  readonly closed: ObservedThread["closed"];
}

/**
 * When a thread was closed and reopened. What was read counts for all up to then: a thread that was read as open and was
 * told to be closed before was reopened by that time, and one that was read as closed was not reopened since.
 */
export function settleClosings(rows: readonly EntryRow[], observed: StoredThread): Closings {
  const { closed } = observed;
  const end = readTo(observed);
  const closedAt = closed && Date.parse(closed.at);
  const told = rows.flatMap(toStep).filter(({ at, closes }) => {
    return closes !== undefined || closedAt === undefined || at <= closedAt || at > end;
  });
  const read: Step | undefined = closed && { at: Date.parse(closed.at), closes: closed.reason, isBound: false };
  const steps = withoutEcho([...told, ...(read ? [read] : [])].sort(byTime), read);
  const before = alternate(
    steps.filter(({ at }) => at <= end),
    closed !== undefined,
  );
  const isMissing = !closed && before.at(-1)?.closes !== undefined;
  const bound: Step = { at: end, isBound: true };
  const settled = isMissing ? withBound(before, bound) : before;
  const all = [...settled, ...alternate(steps.filter(({ at }) => at > end))];
  const last = all.at(-1);
  return {
    entries: all.map(toEntry),
    bounds: settled.includes(bound) ? [toEntry(bound)] : [],
    closed: last?.closes === undefined ? undefined : { reason: last.closes, at: new Date(last.at) },
  };
}

/** What was closed in the very second of the reading that shows it open was closed for no time. */
function withBound(before: readonly Step[], bound: Step): readonly Step[] {
  return before.at(-1)?.at === bound.at ? before.slice(0, -1) : [...before, bound];
}

function toStep({ kind, at, details }: EntryRow): Step[] {
  if (kind !== "closed" && kind !== "reopened") return [];
  const { reason, isBound = false } = JSON.parse(details) as { reason?: CloseReason; isBound?: boolean };
  return [{ at, ...(kind === "closed" && { closes: reason ?? "resolved" }), isBound }];
}

/** By time; in the same second closed comes before reopened, and what was told before what follows from a reading. */
function byTime(one: Step, other: Step): number {
  const byKind = Number(one.closes === undefined) - Number(other.closes === undefined);
  return one.at - other.at || byKind || Number(one.isBound) - Number(other.isBound);
}

/**
 * The same step told twice, with seconds between: the time that was read counts, else the first; and the reason that says
 * more.
 */
function withoutEcho(steps: readonly Step[], read: Step | undefined): readonly Step[] {
  const kept: Step[] = [];
  for (const step of steps) {
    const last = kept.at(-1);
    const isEcho =
      last && isClose(last) === isClose(step) && last.isBound === step.isBound && step.at - last.at <= sameMs;
    if (!isEcho) kept.push(step);
    else if (step === read) kept[kept.length - 1] = step;
    else if (last.closes === "resolved" && step.closes) kept[kept.length - 1] = { ...last, closes: step.closes };
  }
  return kept;
}

/**
 * Steps of which each changes something: a bound only where nobody told the time, and of a second in which a thread was
 * closed and reopened what came of it. `isClosedAtEnd` says so for the last one.
 */
function alternate(steps: readonly Step[], isClosedAtEnd = false): readonly Step[] {
  const kept: Step[] = [];
  for (const [index, step] of steps.entries()) {
    const last = kept.at(-1);
    const isOpen = last ? !isClose(last) : true;
    if (step.isBound && isOpen) continue;
    const isZero = last?.at === step.at && isClose(last) && !isClose(step);
    if (!isZero) kept.push(step);
    else if (!(isClosedAtEnd && index === steps.length - 1)) {
      kept.pop();
      const before = kept.at(-1);
      if (before && isClose(before)) kept.push(step);
    }
  }
  return kept;
}

function isClose({ closes }: Step): boolean {
  return closes !== undefined;
}

function toEntry({ at, closes }: Step): TimelineEntry {
  const date = new Date(at);
  const iso = date.toISOString();
  return closes
    ? { key: keyOf.closed(iso), at: date, kind: "closed", reason: closes }
    : { key: keyOf.reopened(iso), at: date, kind: "reopened" };
}
