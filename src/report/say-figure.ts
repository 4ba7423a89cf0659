import { sayDuration } from "../text/say-duration.ts";
import type { Figure, Report } from "./report.ts";
import { sizeOf } from "./trend-of.ts";

type Unit = Report["figures"][number]["unit"];

/** With fewer than this, whoever reads is told that they are few. */
export const few = 5;

/** A figure as people read it, with what it is made of: `median 3 h, p90 20 h (n = 12)`, `62 % (13 of 21)`, `12`. */
export function sayFigure(figure: Figure, unit: Unit): string {
  const { n, of, calendar } = figure;
  switch (unit) {
    case "duration":
      return calendar ? `${saySpread(calendar)} (n = ${n})` : "– (n = 0)";
    case "share":
      return of ? `${sayShareOf(figure)} (${sayMadeOf(figure, unit)})` : "– (none)";
    case "count":
      return String(n);
  }
}

/** How many a figure is made of: `n = 12`, `13 of 21`; of a share that is hidden, how many of which is hidden, too. */
export function sayMadeOf({ n, of, share }: Figure, unit: Unit): string {
  if (unit !== "share") return `n = ${n}`;
  return share === null && of ? `n = ${of}` : `${n} of ${of ?? n}`;
}

/** The same in business hours; undefined for what has none. */
export function sayInBusinessHours({ business }: Figure): string | undefined {
  return business ? saySpread(business, true) : undefined;
}

/** The one number that stands for it: the median, the share, the count. `–` where there is none. */
export function sayInShort(figure: Figure, unit: Unit): string {
  const { n, calendar } = figure;
  if (unit === "duration") return calendar?.median == null ? "–" : sayDuration(calendar.median);
  return unit === "share" ? sayShareOf(figure) : String(n);
}

/** How it went, as people read it; empty where nothing can be said. */
export function sayTrend(trend: Report["figures"][number]["trend"]): string {
  return { better: "better", worse: "worse", same: "as before", more: "more", less: "less", none: "" }[trend ?? "none"];
}

/** Whether there is anything to tell of a figure, now or before. */
export function isKnown({ now, before }: Report["figures"][number]): boolean {
  return sizeOf(now) > 0 || sizeOf(before) > 0;
}

/** The period in days, by the clocks of the calendar: `16 Nov 2026 to 22 Nov 2026`. */
export function sayPeriod({ from, to }: Report["period"], timeZone: string): string {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone, day: "numeric", month: "short", year: "numeric" });
  const first = format.format(new Date(from));
  const last = format.format(new Date(Date.parse(to) - 1));
  return first === last ? first : `${first} to ${last}`;
}

function saySpread({ median, p90 }: NonNullable<Figure["calendar"]>, isBusiness = false): string {
  const say = (seconds: number | null) => (seconds === null ? "–" : sayDuration(seconds, isBusiness));
  return `median ${say(median)}, p90 ${say(p90)}`;
}

/** A share of 0 to 1 in per cent: below ten with a tenth, where a point more or less is much. */
export function sayShare(share: number): string {
  const percent = share * 100;
  const isSmall = percent > 0 && percent < 9.95;
  return `${isSmall ? percent.toFixed(1).replace(/\.0$/u, "") : Math.round(percent)}\u00A0%`;
}

function sayShareOf({ share }: Figure): string {
  return share === null ? "–" : sayShare(share);
}
