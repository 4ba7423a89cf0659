import type { BusinessHours, Span } from "./business-hours.ts";
import type { BusinessCalendar } from "./calendar.ts";
import { findException, hoursOfDays } from "./hours-of-days.ts";
import { merged, openSpans, without } from "./open-spans.ts";
import { dayMs } from "../core/clock.ts";
import { offsetPieces } from "./zone-offsets.ts";

/** Open spans are reckoned block by block, when they are first asked for, and kept. */
const blockMs = 64 * dayMs;

/** Longest look ahead for the end of a target: enough for the longest of a config with nine hours a week. */
const maxYearsAhead = 200;
const maxYearsToOpening = 10;
const yearMs = 365.25 * dayMs;

/** The open spans of a block, and how long the block is open before each. All in milliseconds. */
interface Block {
  readonly spans: readonly Span[];
  readonly openBefore: readonly number[];
  readonly open: number;
}

/** A calendar of these hours. */
export function createCalendar(name: string, hours: BusinessHours): BusinessCalendar {
  const blockAt = createBlocks(hours);

  /** Open milliseconds from the start of its block to a moment. */
  const openUntil = (at: number): number => {
    const block = blockAt(numberOf(at));
    const index = lastStartedAt(block, at);
    const span = block.spans[index];
    return span === undefined ? 0 : (block.openBefore[index] ?? 0) + Math.min(at, span.to) - span.from;
  };

  const spanAt = (at: number): Span | undefined => {
    const block = blockAt(numberOf(at));
    const span = block.spans[lastStartedAt(block, at)];
    return span !== undefined && at < span.to ? span : undefined;
  };

  return {
    name,
    timeZone: hours.timeZone,
    secondsBetween(from, to) {
      const [start, end] = [timeOf(from), timeOf(to)];
      if (end <= start) return 0;
      let open = openUntil(end) - openUntil(start);
      for (let number = numberOf(start); number < numberOf(end); number++) open += blockAt(number).open;
      return open / 1000;
    },
    addSeconds(from, seconds) {
      const start = timeOf(from);
      if (Number.isNaN(seconds)) throw new RangeError("the seconds are no number");
      if (seconds <= 0) return new Date(start);
      const last = numberOf(start + maxYearsAhead * yearMs);
      let left = Math.round(seconds * 1000) + openUntil(start);
      for (let number = numberOf(start); number <= last; number++) {
        const block = blockAt(number);
        if (left <= block.open) return new Date(momentAfter(block, left));
        left -= block.open;
      }
      throw new RangeError(`the calendar ${name} has fewer than ${seconds} business seconds in ${maxYearsAhead} years`);
    },
    isOpenAt: (at) => spanAt(timeOf(at)) !== undefined,
    nextOpening(at) {
      const start = timeOf(at);
      if (spanAt(start) !== undefined) return new Date(start);
      const last = numberOf(start + maxYearsToOpening * yearMs);
      for (let number = numberOf(start); number <= last; number++) {
        const next = blockAt(number).spans.find(({ from }) => from > start);
        if (next !== undefined) return new Date(next.from);
      }
      return undefined;
    },
  };
}

function createBlocks(hours: BusinessHours): (number: number) => Block {
  const hoursOn = hoursOfDays(hours);
  const exceptionOn = findException(hours.exceptions);
  const closures = merged(hours.closures.spans);
  const blocks = new Map<number, Block>();
  return (number) => {
    const known = blocks.get(number);
    if (known !== undefined) return known;
    const pieces = offsetPieces(hours.timeZone, { from: number * blockMs, to: (number + 1) * blockMs });
    // A day with hours of its own keeps them, whatever a file says of it.
    const own = closures.length === 0 ? [] : openSpans(pieces, (day) => exceptionOn(day) ?? []);
    const usual = openSpans(pieces, hoursOn);
    const block = blockOf(closures.length === 0 ? usual : merged([...without(usual, closures), ...own]));
    blocks.set(number, block);
    return block;
  };
}

function blockOf(spans: readonly Span[]): Block {
  let open = 0;
  const openBefore = spans.map(({ from, to }) => {
    const before = open;
    open += to - from;
    return before;
  });
  return { spans, openBefore, open };
}

/** The index of the last span of a block that begins at a moment or before; -1 for none. */
function lastStartedAt({ spans }: Block, at: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.from ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The first moment of a block at which it has been open for so long, which is more than 0 and at most all of it. */
function momentAfter({ spans, openBefore }: Block, open: number): number {
  const index = openBefore.findLastIndex((it) => it < open);
  return (spans[index]?.from ?? Number.NaN) + open - (openBefore[index] ?? 0);
}

function numberOf(at: number): number {
  return Math.floor(at / blockMs);
}

function timeOf(date: Date): number {
  const time = date.getTime();
  if (Number.isNaN(time)) throw new RangeError("the moment is no time");
  return time;
}
