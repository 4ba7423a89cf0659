import type { ObservedThread, TimelineEntry } from "../../../core/timeline.ts";
import { readTo, type AnswerFact, type StoredThread } from "../facts.ts";
import { keyOf } from "../../../timeline/entry-keys.ts";
import { toAnswer, type ActorOf } from "./actors.ts";
import type { EntryRow } from "./join-facts.ts";

interface Step {
  readonly at: number;
  /** Missing: the mark was taken away. */
  readonly marks?: AnswerFact;
  readonly isBound: boolean;
}

interface Answers {
  readonly entries: readonly TimelineEntry[];
  /** Marks that were taken away by a time of which a reading tells. */
  readonly bounds: readonly TimelineEntry[];
  /** The present answer, by all that is known. */
  readonly answer: ObservedThread["answer"];
}

/** When an answer was marked, and no more. What was read counts for all up to then, as in `settleClosings`. */
export function settleAnswers(rows: readonly EntryRow[], observed: StoredThread, actorOf: ActorOf): Answers {
  const { answer } = observed;
  const end = readTo(observed);
  const markedAt = answer && Date.parse(answer.at);
  const told = rows.flatMap(toStep).filter(({ at, marks }) => {
    if (markedAt === undefined || at < markedAt || at > end) return true;
    return at === markedAt && (marks === undefined || marks.comment === answer?.comment);
  });
  const read: Step[] = answer ? [{ at: Date.parse(answer.at), marks: answer, isBound: false }] : [];
  const steps = withoutEcho([...told, ...read].sort(byTime));
  const before = needed(steps.filter(({ at }) => at <= end));
  const bound: Step = { at: end, isBound: true };
  const settled = !answer && before.at(-1)?.marks ? unmarked(before, bound) : before;
  const all = [...settled, ...needed(steps.filter(({ at }) => at > end))];
  const marks = all.at(-1)?.marks;
  return {
    entries: all.map((it) => toEntry(it, actorOf)),
    bounds: settled.includes(bound) ? [toEntry(bound, actorOf)] : [],
    answer: marks && toAnswer(marks, actorOf),
  };
}

/** Marked and unmarked in one second, or in the second of the reading that shows no answer: it was marked for no time. */
function unmarked(before: readonly Step[], bound: Step): readonly Step[] {
  const last = before.at(-1);
  return isTaken(before) || last?.at === bound.at ? before.slice(0, -1) : [...before, bound];
}

/** Whether the last mark is told to have been taken away in the very second in which it was given. */
function isTaken(before: readonly Step[]): boolean {
  const [earlier, last] = before.slice(-2);
  return earlier?.at === last?.at && earlier?.marks === undefined;
}

function toStep({ kind, at, details }: EntryRow): Step[] {
  if (kind !== "answered" && kind !== "unanswered") return [];
  const { isBound = false, ...fact } = JSON.parse(details) as AnswerFact & { isBound?: boolean };
  return [{ at, ...(kind === "answered" && { marks: { ...fact, at: new Date(at).toISOString() } }), isBound }];
}

/** By time; in the same second the mark is first taken from one comment and then given to the other. */
function byTime(one: Step, other: Step): number {
  return (
    one.at - other.at || Number(one.marks !== undefined) - Number(other.marks !== undefined) || byComment(one, other)
  );
}

function byComment(one: Step, other: Step): number {
  return (one.marks?.comment ?? "") < (other.marks?.comment ?? "") ? -1 : 1;
}

/** The same step as it was told and as it was read. Both times are GitHub's `answerChosenAt`. */
function withoutEcho(steps: readonly Step[]): readonly Step[] {
  return steps.filter((step, index) => {
    const last = steps[index - 1];
    return !(last?.at === step.at && last.marks?.comment === step.marks?.comment && last.isBound === step.isBound);
  });
}

/** A bound counts only where there was an answer, and nobody told when it was one no more. */
function needed(steps: readonly Step[]): readonly Step[] {
  const kept: Step[] = [];
  for (const step of steps) {
    if (!step.isBound) kept.push(step);
    else if (kept.at(-1)?.marks) {
      if (isTaken(kept)) kept.pop();
      else kept.push(step);
    }
  }
  return kept;
}

function toEntry({ at, marks }: Step, actorOf: ActorOf): TimelineEntry {
  const date = new Date(at);
  const iso = date.toISOString();
  if (!marks) return { key: keyOf.unanswered(iso), at: date, kind: "unanswered" };
  const { comment, actor } = toAnswer(marks, actorOf);
  return { key: keyOf.answered(comment, iso), at: date, kind: "answered", comment, actor };
}
