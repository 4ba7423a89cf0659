import type { ClockKind } from "../../core/thread-status.ts";
import { attainmentOf } from "../attainment-of.ts";
import type { MeasureContext } from "../measure.ts";
import type { MeasuredLists } from "../measured-repository.ts";
import type { MeasuredThread } from "../measured-thread.ts";
import { storyOf } from "../story-of.ts";
import { isAskers } from "../whose-thread.ts";
import type { ListMaker } from "./list-maker.ts";

/** From so many comments on a thread is long, and from so many people on they are many. */
const long = 20;
const manyPeople = 5;
/** Of a longer list nobody reads the end. */
const maxThorny = 1_000;

const promises: Readonly<Record<ClockKind, string>> = {
  "first-response": "the first response",
  "next-response": "a later response",
  resolution: "the resolution",
};

/**
 * Threads that were hard: long, with many people, reopened, with a target missed, escalated, or talked about in a session. Those
 * with most reasons first, then the longest.
 */
export function listThorny(): ListMaker<MeasuredLists["thorny"]> {
  const found: { thread: number; at: Date; reasons: readonly string[]; words: number }[] = [];
  return {
    see(thread, context) {
      if (!isAskers(thread)) return;
      const { reasons, words, at } = look(thread, context);
      if (reasons.length > 0) found.push({ thread: thread.timeline.number, at, reasons, words });
    },
    list: () =>
      found
        .sort((a, b) => b.reasons.length - a.reasons.length || b.words - a.words || b.thread - a.thread)
        .slice(0, maxThorny)
        .map(({ thread, at, reasons }) => ({ thread, at, reasons })),
  };
}

function look(thread: MeasuredThread, context: MeasureContext) {
  const { timeline, escalations: escalated = 0 } = thread;
  const said = timeline.entries.filter(
    (it) => it.kind === "comment" && it.actor !== "bot" && !it.isDeleted && it.at <= context.now,
  );
  const people = new Set(said.map((it) => ("by" in it ? it.by?.toLowerCase() : undefined)));
  if (timeline.asker !== undefined) people.add(timeline.asker.toLowerCase());
  const { happenings } = storyOf(thread, context.now);
  const reopened = happenings.filter(({ is }) => is === "reopened").length;
  const sessions = happenings.filter((it) => it.is === "session" && it.change === "held").length;
  const reasons = [
    ...(said.length >= long ? [`it has ${said.length} comments`] : []),
    ...(people.size >= manyPeople ? [`${people.size} people wrote in it`] : []),
    ...(reopened > 0 ? [`it was reopened${reopened > 1 ? ` ${reopened} times` : ""}`] : []),
    ...missed(thread, context),
    ...(escalated > 0 ? [`somebody was called for it${escalated > 1 ? ` ${escalated} times` : ""}`] : []),
    ...(sessions > 0 ? ["it took a session"] : []),
  ];
  const last = happenings.at(-1);
  return { reasons, words: said.length, at: last ? new Date(last.at) : timeline.openedAt };
}

function missed(thread: MeasuredThread, context: MeasureContext): readonly string[] {
  const kinds = (Object.keys(promises) as ClockKind[]).filter((clock) =>
    attainmentOf(thread, clock, context).some(({ value }) => value === 0),
  );
  return kinds.map((clock) => `the target of ${promises[clock]} was missed`);
}
