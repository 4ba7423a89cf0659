import type { ThreadClocks } from "../../dashboard/gather/gather-thread.ts";
import { clockNames, prioritySources, statusNames } from "../../dashboard/pages/parts/words.ts";
import { saySpan, sayTimeInShort } from "../../text/say-time.ts";
import type { ClockReading, ClockSegment } from "../../timeline/clock-reading.ts";
import { plain } from "../terminal/plain.ts";
import { toTable } from "../terminal/table.ts";

/** A thread of 5,000 comments has as many; the last ones explain what is now. */
const maxSegments = 12;
const maxClocks = 6;

/** Where the thread stands, and each of its clocks with its segments, or why it has none. */
export function clockLines(clocks: ThreadClocks): readonly string[] {
  if (!clocks.watched) return ["CLOCKS", `This discussion has no clocks: ${clocks.because}.`];
  const { reckoned, given, problems } = clocks;
  const { state, calendar } = reckoned;
  const left = reckoned.clocks.length - maxClocks;
  return [
    "CLOCKS",
    `It ${statusNames[state.status]}, since ${sayTimeInShort(state.since)} UTC. Its priority is ${plain(given.priority)}, ${prioritySources[given.by]}; time counts by the calendar ${plain(calendar.name)} (${calendar.timeZone}).`,
    ...(reckoned.clocks.length === 0 ? [`No target is set for ${plain(given.priority)} here, so no clock runs.`] : []),
    ...(left > 0 ? [`${left} earlier clocks are left out; --json has them.`] : []),
    ...reckoned.clocks.slice(-maxClocks).flatMap(oneClock),
    ...problems.map(
      ({ path, line, message }) => `The holidays of ${plain(path)} are not complete: line ${line}, ${plain(message)}.`,
    ),
  ];
}

function oneClock({ clock, state, elapsed, target, isBreached, segments, ...ends }: ClockReading): readonly string[] {
  const left = segments.length - maxSegments;
  const table = toTable<ClockSegment>(segments.slice(-maxSegments), [
    { title: "from (utc)", of: ({ from }) => sayTimeInShort(from) },
    { title: "to (utc)", of: ({ to }) => sayTimeInShort(to) },
    { title: "it is", of: ({ is }) => is },
    { title: "counted", of: ({ counted }) => saySpan(counted) },
    { title: "because", of: ({ because }) => because, mayShrink: true },
  ]);
  return [
    "",
    `The ${clockNames[clock]} is ${state}: ${saySpan(elapsed)} of ${saySpan(target)}, ${endOf(ends)}${isBreached ? ", missed" : ""}.`,
    ...(left > 0 ? [`${left} earlier segments are left out.`] : []),
    ...(segments.length === 0 ? [] : [table]),
  ];
}

function endOf({ metAt, dueAt }: Pick<ClockReading, "metAt" | "dueAt">): string {
  if (metAt) return `met ${sayTimeInShort(metAt)}`;
  return dueAt ? `due ${sayTimeInShort(dueAt)}` : "not due as things stand";
}
