import type { FileProblem } from "../../../business-time/calendars-of.ts";
import type { ClockKind, ThreadStatus } from "../../../core/thread-status.ts";
import { inlineText } from "../../../text/neutralise.ts";
import type { ClockReading, ClockSegment } from "../../../timeline/clock-reading.ts";
import type { ReckonedThread } from "../clocks/reckon-thread.ts";
import type { GivenPriority } from "../priorities/priority-of.ts";
import { saySpan, sayTime, sayTimeInShort } from "../../../text/say-time.ts";

/** A thread of 5,000 comments has as many segments; the last ones explain what is now. */
const maxSegments = 12;
const maxClocks = 6;
const maxProblems = 3;

const names: Readonly<Record<ClockKind, string>> = {
  "first-response": "First response",
  "next-response": "Next response",
  resolution: "Resolution",
};

const statuses: Readonly<Record<ThreadStatus, string>> = {
  "waiting-on-team": "waits on the team",
  "waiting-on-asker": "waits on whoever asked",
  "awaiting-decision": "awaits a decision",
  "session-booked": "has a session booked",
  answered: "is answered",
  closed: "is closed",
};

const sources: Readonly<Record<GivenPriority["by"], string>> = {
  label: "by its label",
  command: "by a command",
  rule: "by a rule of the config",
  default: "by default",
};

/** The state of a thread and its clocks, each with its segments, in bounded length. */
export function explainClocks(
  { state, clocks, calendar }: Pick<ReckonedThread, "state" | "clocks" | "calendar">,
  { priority, by }: GivenPriority,
  problems: readonly FileProblem[],
): string {
  const shown = clocks.length <= maxClocks ? clocks : [...clocks.slice(0, 2), ...clocks.slice(2 - maxClocks)];
  const left = clocks.length - shown.length;
  return [
    `This discussion **${statuses[state.status]}**, since ${sayTime(state.since)}. Its priority is **${priority}**, ${sources[by]}; ` +
      `time counts by the calendar ${inlineText(calendar.name, 60)} (${inlineText(calendar.timeZone, 60)}).`,
    ...(clocks.length === 0 ? [`No target is set for ${priority} here, so no clock runs.`] : shown.map(explainClock)),
    ...(left > 0 ? [`${left} clocks in between are left out.`] : []),
    ...problems.slice(0, maxProblems).map(sayProblem),
  ].join("\n\n");
}

function explainClock(reading: ClockReading): string {
  const { clock, state, elapsed, target, dueAt, metAt, isBreached, segments } = reading;
  const end = metAt ? `met ${sayTime(metAt)}` : dueAt ? `due ${sayTime(dueAt)}` : "not due as things stand";
  const head = `**${names[clock]}**: ${state}, ${saySpan(elapsed)} of ${saySpan(target)}, ${end}${isBreached ? ", **missed**" : ""}`;
  const shown = segments.slice(-maxSegments);
  const earlier = segments.slice(0, -maxSegments);
  const rows = [...(earlier.length > 0 ? [sumRow(earlier)] : []), ...shown.map(row)];
  return [head, "", "| From (UTC) | To (UTC) | | Counted | Because |", "| --- | --- | --- | --- | --- |", ...rows].join(
    "\n",
  );
}

function row({ from, to, is, counted, because }: ClockSegment): string {
  return `| ${sayTimeInShort(from)} | ${sayTimeInShort(to)} | ${is} | ${saySpan(counted)} | ${because} |`;
}

function sumRow(segments: readonly ClockSegment[]): string {
  const counted = segments.reduce((sum, it) => sum + it.counted, 0);
  const [first, last] = [segments[0], segments.at(-1)];
  const [from, to] = [first ? sayTimeInShort(first.from) : "", last ? sayTimeInShort(last.to) : ""];
  return `| ${from} | ${to} | | ${saySpan(counted)} | ${segments.length} earlier segments together |`;
}

function sayProblem({ path, line, message }: FileProblem): string {
  return `The holidays of ${inlineText(path, 100)} are not complete: line ${line}, ${inlineText(message, 200)}.`;
}
