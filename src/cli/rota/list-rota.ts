import type { Span } from "../../rota/rota.ts";
import type { Shift } from "../../rota/shift.ts";
import { gapsBetween, shiftsBetween } from "../../rota/shifts.ts";
import { toJson } from "../terminal/print.ts";
import { toTable } from "../terminal/table.ts";
import { timesIn } from "../terminal/times-in.ts";
import type { LoadedRota } from "./load-rota.ts";

/** Gaps that are warned of one by one; with more, the rota means them. */
const maxWarnings = 20;

/** The shifts of a time as lines and as JSON, and a warning for each gap. */
export function listRota(
  { rota, timeZone, hours }: LoadedRota,
  { from, to }: Span,
): { readonly text: string; readonly json: string; readonly warnings: readonly string[]; readonly hasGaps: boolean } {
  const shifts = shiftsBetween(rota, from, to);
  const gaps = gapsBetween(rota, from, to, hours);
  const show = timesIn(timeZone);
  const told = gaps
    .slice(0, maxWarnings)
    .map((gap) => `warning: nobody is on call from ${show(gap.from)} to ${show(gap.to)}`);
  const more = gaps.length - told.length;
  return {
    text: `Times are in ${timeZone}.\n${shifts.length === 0 ? "Nobody is on call in this time." : tableOf(shifts, show)}`,
    json: toJson({
      timeZone,
      from: from.toISOString(),
      to: to.toISOString(),
      shifts: shifts.map(({ who, team, layer, isCover, ...span }) => ({ ...isoOf(span), who, team, layer, isCover })),
      gaps: gaps.map(isoOf),
    }),
    warnings: [...told, ...(more > 0 ? [`warning: and ${more} more gaps`] : [])],
    hasGaps: gaps.length > 0,
  };
}

function tableOf(shifts: readonly Shift[], show: (time: Date) => string): string {
  return toTable(shifts, [
    { title: "from", of: ({ from }) => show(from) },
    { title: "to", of: ({ to }) => show(to) },
    {
      title: "on call",
      of: ({ who, team }) => (team === undefined || who.length > 0 ? who.join(", ") : `team ${team}`),
      mayShrink: true,
    },
    { title: "layer", of: ({ layer }) => layer, mayShrink: true },
    { title: "cover", of: ({ isCover }) => (isCover ? "yes" : undefined) },
  ]);
}

function isoOf({ from, to }: Span) {
  return { from: from.toISOString(), to: to.toISOString() };
}
