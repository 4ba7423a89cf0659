import type { BusinessCalendar } from "../business-time/calendar.ts";
import { openSpans } from "./open-spans.ts";
import type { Cover, Layer, Rota, Span } from "./rota.ts";
import type { Shift } from "./shift.ts";
import { turnsBetween } from "./turns.ts";

/**
 * The shifts that touch a time, whole and in order. One shift at most is on call at a moment: a cover of everybody before
 * all layers, and of the layers the first one that has somebody then.
 */
export function shiftsBetween(rota: Rota, from: Date, to: Date): Shift[] {
  const asked = { from, to };
  const touching = byPrecedence(rota, asked).flat();
  if (touching.length === 0) return [];
  // What a shift that touches the time is cut by may lie outside of it.
  const whole = {
    from: new Date(Math.min(...touching.map((it) => it.from.getTime()))),
    to: new Date(Math.max(...touching.map((it) => it.to.getTime()))),
  };
  let final: Shift[] = [];
  for (const shifts of byPrecedence(rota, whole)) {
    const free = shifts.flatMap((shift) => withoutSpans(shift, final).map((span) => ({ ...shift, ...span })));
    final = byTime([...final, ...free]);
  }
  return final.filter((it) => touches(it, asked));
}

/** Who is on call at a moment, and until when. */
export function onCallAt(rota: Rota, at: Date): Shift | undefined {
  return shiftsBetween(rota, at, new Date(at.getTime() + 1))[0];
}

/** How far ahead the next shift is looked for: a year of holidays is a mistake. */
const maxAheadMs = 366 * 24 * 3600 * 1000;

/** The first shift that begins after a moment; undefined where none does for a year. */
export function nextShift(rota: Rota, after: Date): Shift | undefined {
  const end = after.getTime() + maxAheadMs;
  let from = after.getTime();
  for (let step = 14 * 24 * 3600 * 1000; from < end; step *= 2) {
    const to = Math.min(from + step, end);
    const found = shiftsBetween(rota, new Date(from), new Date(to)).find((it) => it.from > after);
    if (found) return found;
    from = to;
  }
  return undefined;
}

/** The parts of a time in which nobody is on call; with a calendar, of its hours alone. */
export function gapsBetween(rota: Rota, from: Date, to: Date, calendar?: BusinessCalendar): Span[] {
  const shifts = shiftsBetween(rota, from, to);
  return withoutSpans({ from, to }, shifts).flatMap((gap) => openSpans(calendar, gap));
}

/** Shifts as they would be if each stood alone, those that come first before those that give way to them. */
function byPrecedence({ layers, covers }: Rota, time: Span): Shift[][] {
  const ofAll = covers.filter((it) => it.for === undefined && it.layer === undefined && touches(it, time));
  return [
    ofAll.map(({ who, from, to }) => ({ who: [who], from, to, isCover: true })),
    ...layers.map((layer) => shiftsOf(layer, time).flatMap((shift) => covered(shift, covers))),
  ];
}

function shiftsOf(layer: Layer, time: Span): Shift[] {
  const { people, team, name, calendar } = layer;
  return turnsBetween(layer, time).flatMap(({ index, ...turn }) => {
    const who = people[index % people.length];
    return openSpans(calendar, turn)
      .filter((it) => touches(it, time))
      .map((it): Shift => {
        return {
          ...it,
          who: who === undefined ? [] : [who],
          ...(team !== undefined && { team }),
          layer: name,
          isCover: false,
        };
      });
  });
}

/** A shift of a layer with the covers that are meant for it. Its hours stay what they are. */
function covered(shift: Shift, covers: readonly Cover[]): Shift[] {
  const meant = covers.filter((it) => isMeant(it, shift) && touches(it, shift));
  const parts = byTime(
    meant.map((it): Shift => {
      const from = new Date(Math.max(it.from.getTime(), shift.from.getTime()));
      const to = new Date(Math.min(it.to.getTime(), shift.to.getTime()));
      return { from, to, who: [it.who], ...(shift.layer !== undefined && { layer: shift.layer }), isCover: true };
    }),
  );
  const rest = withoutSpans(shift, parts).map((span) => ({ ...shift, ...span }));
  return byTime([...parts, ...rest]);
}

function isMeant({ for: person, layer }: Cover, shift: Shift): boolean {
  if (person === undefined && layer === undefined) return false;
  const isPerson = person === undefined || shift.who.some((it) => it.toLowerCase() === person.toLowerCase());
  return isPerson && (layer === undefined || layer === shift.layer);
}

function touches(a: Span, b: Span): boolean {
  return a.from < b.to && a.to > b.from;
}

function byTime(shifts: readonly Shift[]): Shift[] {
  return [...shifts].sort((a, b) => a.from.getTime() - b.from.getTime());
}

/** What is left of a time without others, which are in order and do not overlap. */
function withoutSpans({ from, to }: Span, taken: readonly Span[]): Span[] {
  const left: Span[] = [];
  let at = from;
  for (const it of taken) {
    if (it.to <= at || it.from >= to) continue;
    if (it.from > at) left.push({ from: at, to: it.from });
    at = it.to;
  }
  if (at < to) left.push({ from: at, to });
  return left;
}

/**
 * Until when the same people go on being on call without a break, at a shift of theirs; undefined where that is later
 * than `limit`.
 */
export function heldUntil(rota: Rota, shift: Shift, limit: Date): Date | undefined {
  let last = shift;
  while (last.to < limit) {
    const next = onCallAt(rota, last.to);
    if (!next || next.team !== shift.team || next.who.join() !== shift.who.join()) return last.to;
    last = next;
  }
  return undefined;
}
