import type { CloseReason } from "../core/discussion.ts";
import { isTeam, type ObservedThread, type Timeline, type TimelineEntry } from "../core/timeline.ts";
import type { ThreadDecision } from "./thread-decision.ts";

type SessionChange = Extract<TimelineEntry, { readonly kind: "session" }>["change"];

/** What an entry means for whose turn it is. Times are milliseconds. */
export type Happening = { readonly at: number } & (
  | {
      readonly is: "asker-word" | "asker-remark" | "asker-thanks" | "team-word" | "community-word" | "community-thanks";
    }
  | { readonly is: "team-command" | "needs-info" }
  | { readonly is: "assigned"; readonly to: string | undefined }
  | { readonly is: "answered"; readonly comment: string }
  | { readonly is: "unanswered" | "reopened" }
  | { readonly is: "closed"; readonly reason: CloseReason }
  | { readonly is: "session"; readonly change: SessionChange }
  | { readonly is: "asked" | "awaited" | "decided" }
);

/**
 * What happened in a thread until `now`, in order, each thing once. Nothing happened before the thread was opened: what
 * says so is taken to that time, as in threads that were transferred. What bots wrote and what is deleted is left out.
 */
export function happeningsOf(
  timeline: Timeline,
  { decision, now }: { readonly decision?: ThreadDecision | undefined; readonly now: Date },
): readonly Happening[] {
  const opened = timeline.openedAt.getTime();
  const clamp = <It extends Happening>(it: It): It => ({ ...it, at: Math.max(it.at, opened) });
  const told = inOrder(timeline.entries).flatMap((it) => toHappening(it, timeline) ?? []);
  const happened = told.map(clamp).filter(({ at }) => at <= now.getTime());
  const more = [...corrections(timeline, happened), ...ofDecision(decision)]
    .map(clamp)
    .filter(({ at }) => at <= now.getTime());
  // Sorting is stable: at the same time, what was read or decided comes after what was told.
  return withoutRemarks([...happened, ...more].sort((a, b) => a.at - b.at));
}

/** A remark of the asker is as good as thanks while an answer is marked, and a word like any other before. */
function withoutRemarks(happenings: readonly Happening[]): readonly Happening[] {
  let isAnswered = false;
  return happenings.map((it) => {
    if (it.is === "answered" || it.is === "unanswered") isAnswered = it.is === "answered";
    if (it.is !== "asker-remark") return it;
    return { at: it.at, is: isAnswered ? "asker-thanks" : "asker-word" };
  });
}

/** Each entry once, in order. Of two with one key, the one that says the comment is deleted counts. */
function inOrder(entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const byKey = new Map<string, TimelineEntry>();
  for (const it of entries) {
    const known = byKey.get(it.key);
    if (!known || (it.kind === "comment" && it.isDeleted)) byKey.set(it.key, it);
  }
  return [...byKey.values()].sort(
    (a, b) =>
      a.at.getTime() - b.at.getTime() ||
      ranks.indexOf(a.kind) - ranks.indexOf(b.kind) ||
      (a.key < b.key ? -1 : Number(a.key > b.key)),
  );
}

/**
 * The order within a second, in which GitHub counts: "close with comment" says something and then closes, a mark comes
 * after what is marked, and one that moves is taken off before it is put on.
 */
const ranks: readonly TimelineEntry["kind"][] = [
  "comment",
  "needs-info",
  "assigned",
  "session",
  "unanswered",
  "answered",
  "closed",
  "reopened",
];

function toHappening(entry: TimelineEntry, timeline: Timeline): Happening | undefined {
  const at = entry.at.getTime();
  switch (entry.kind) {
    case "comment":
      return ofComment(entry, timeline);
    // A bot's answer takes the place of a person's, and is none.
    case "answered":
      return entry.actor === "bot" ? { at, is: "unanswered" } : { at, is: "answered", comment: entry.comment };
    case "closed":
      return { at, is: "closed", reason: entry.reason };
    case "assigned":
      return { at, is: "assigned", to: entry.to };
    case "session":
      return { at, is: "session", change: entry.change };
    default:
      return { at, is: entry.kind };
  }
}

function ofComment(
  {
    at: time,
    actor,
    by,
    isDeleted,
    isThanks,
    isRemark,
    isCommand,
  }: Extract<TimelineEntry, { readonly kind: "comment" }>,
  { asker, opener }: Timeline,
): Happening | undefined {
  const at = time.getTime();
  if (isDeleted || actor === "bot") return undefined;
  // Whoever asked stays the asker of this thread, also with rights that came later.
  const isAsker = actor === "asker" || (opener === "asker" && by !== undefined && by === asker);
  if (isCommand) return !isAsker && isTeam(actor) ? { at, is: "team-command" } : undefined;
  if (isAsker) return { at, is: isThanks ? "asker-thanks" : isRemark ? "asker-remark" : "asker-word" };
  if (isTeam(actor)) return { at, is: "team-word" };
  return { at, is: isThanks ? "community-thanks" : "community-word" };
}

/** Two machines' clocks may differ by this much: what was told so shortly before a reading may have come after it. */
const maxSkewMs = 60_000;

/**
 * What must have happened beside what was told, for the thread to be as it was when it was last read. Each comes last
 * of its kind. GitHub does not say when an answer was unmarked or a thread reopened; its last change is the latest that
 * it can have been.
 */
function corrections({ observed }: Timeline, told: readonly Happening[]): readonly Happening[] {
  const changedAt = observed.updatedAt.getTime();
  const until = Math.max(changedAt, observed.readAt.getTime() - maxSkewMs);
  const known = told.filter(({ at }) => at <= until);
  return [...answerCorrection(observed, known, changedAt), ...closeCorrection(observed, known, changedAt)];
}

function answerCorrection({ answer }: ObservedThread, known: readonly Happening[], changedAt: number): Happening[] {
  const last = known.findLast(({ is }) => is === "answered" || is === "unanswered");
  const marked = last?.is === "answered" ? last.comment : undefined;
  const human = answer && answer.actor !== "bot" ? answer.comment : undefined;
  if (human === marked) return [];
  const at = Math.max(answer?.at.getTime() ?? changedAt, last?.at ?? 0);
  return [human === undefined ? { at, is: "unanswered" } : { at, is: "answered", comment: human }];
}

function closeCorrection({ closed }: ObservedThread, known: readonly Happening[], changedAt: number): Happening[] {
  const last = known.findLast(({ is }) => is === "closed" || is === "reopened");
  const reason = last?.is === "closed" ? last.reason : undefined;
  if (closed?.reason === reason) return [];
  const at = Math.max(closed?.at.getTime() ?? changedAt, last?.at ?? 0);
  return [closed ? { at, is: "closed", reason: closed.reason } : { at, is: "reopened" }];
}

function ofDecision(decision: ThreadDecision | undefined): readonly Happening[] {
  if (!decision) return [];
  const since = decision.since?.getTime();
  if (decision.is === "asked") return [{ at: decision.since.getTime(), is: "asked" }];
  const awaited: readonly Happening[] = since === undefined ? [] : [{ at: since, is: "awaited" }];
  return decision.is === "awaited" ? awaited : [...awaited, { at: decision.at.getTime(), is: "decided" }];
}

/** What somebody but a bot said, to anybody but us. */
export const saidKinds: readonly Happening["is"][] = [
  "asker-word",
  "asker-thanks",
  "team-word",
  "community-word",
  "community-thanks",
];
