import { html } from "hono/html";
import { saySpan } from "../../../text/say-time.ts";
import type { ClockReading, ClockSegment } from "../../../timeline/clock-reading.ts";
import type { ThreadClocks } from "../../gather/gather-thread.ts";
import { businessSpan } from "../parts/duration.ts";
import type { Html } from "../../html.ts";
import { table, type Cell } from "../parts/table.ts";
import { timeOf } from "../parts/time.ts";
import { clockNames, prioritySources, statusNames } from "../parts/words.ts";

/** A thread of 5,000 comments has as many; the last ones explain what is now. */
const maxSegments = 100;
const maxClocks = 30;

/** Where the thread stands, and each of its clocks with its segments. */
export function clocksPart(clocks: ThreadClocks): Html {
  if (!clocks.watched)
    return html`<h2>Clocks</h2>
      <p>This discussion has no clocks: ${clocks.because}.</p>`;
  const { reckoned, given, problems } = clocks;
  const { state, calendar } = reckoned;
  const shown = reckoned.clocks.slice(-maxClocks);
  const left = reckoned.clocks.length - shown.length;
  return html`<h2>Clocks</h2>
    <p>
      It <strong>${statusNames[state.status]}</strong>, since ${timeOf(state.since)}. Its priority is
      <strong>${given.priority}</strong>, ${prioritySources[given.by]}; time counts by the calendar ${calendar.name}
      (${calendar.timeZone}).${state.assignee === undefined ? "" : ` ${state.assignee} has it.`}
    </p>
    ${reckoned.clocks.length === 0 ? html`<p>No target is set for ${given.priority} here, so no clock runs.</p>` : ""}
    ${left > 0 ? html`<p class="soft">${left} earlier clocks are left out.</p>` : ""} ${shown.map(clockPart)}
    ${problems.map(
      ({ path, line, message }) =>
        html`<p class="note">The holidays of ${path} are not complete: line ${line}, ${message}.</p>`,
    )}`;
}

function clockPart(reading: ClockReading): Html {
  const { clock, state, elapsed, target, isBreached, segments } = reading;
  const missed = isBreached ? html`, <strong class="bad">missed</strong>` : "";
  const shown = segments.slice(-maxSegments);
  const earlier = segments.slice(0, -maxSegments);
  return html`<h3>${clockNames[clock]}</h3>
<p>${state}, ${businessSpan(elapsed)} of ${businessSpan(target)}, ${endOf(reading)}${missed}</p>
<details${state === "running" ? html` open` : ""}><summary>${segments.length} ${segments.length === 1 ? "segment" : "segments"}</summary>
${table(
  `Segments of the clock: ${clockNames[clock]}`,
  ["From", "To", "The clock is", { title: "Counted", isNumber: true }, "Because"],
  [...(earlier.length > 0 ? [sumRow(earlier)] : []), ...shown.map(row)],
)}</details>`;
}

function endOf({ metAt, dueAt }: ClockReading): Html {
  if (metAt) return html`met ${timeOf(metAt)}`;
  return dueAt ? html`due ${timeOf(dueAt)}` : html`not due as things stand`;
}

function row({ from, to, is, counted, because }: ClockSegment): readonly Cell[] {
  return [timeOf(from), timeOf(to), is, businessSpan(counted), because];
}

function sumRow(segments: readonly ClockSegment[]): readonly Cell[] {
  const counted = segments.reduce((sum, it) => sum + it.counted, 0);
  const [first, last] = [segments[0], segments.at(-1)];
  return [
    first ? timeOf(first.from) : "",
    last ? timeOf(last.to) : "",
    "",
    saySpan(counted),
    `${segments.length} earlier segments together`,
  ];
}
