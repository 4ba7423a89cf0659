import { dayMs } from "../../../core/clock.ts";
import type { TakenSlot } from "../store/booking-records.ts";
import type { Session } from "../../../sessions/session.ts";
import { isFree, isWithin, slotsOf, type BookingWindow, type SlotChoice } from "./choice.ts";
import { instantOf, localTime } from "./local-time.ts";
import type { WhyNot, WishedTime } from "./wish.ts";

/** What there is to choose from. */
export interface Offer {
  /** Those of the window, and those that are on now. */
  readonly sessions: readonly Session[];
  readonly taken: readonly TakenSlot[];
  readonly window: BookingWindow;
  readonly now: Date;
  /** The thread it is for: what it has itself is in nobody's way. */
  readonly number: number;
  /** What it has, when it is to be moved. */
  readonly moved?: { readonly series: string; readonly session: string; readonly slot: number; readonly start: string };
}

export type Found =
  { readonly slots: readonly SlotChoice[] } | { readonly refused: WhyNot; readonly nearest: readonly SlotChoice[] };

/** So many slots are tried one after the other before it is decided anew: more than can be decided at the same time. */
const maxTries = 50;
const maxNearest = 3;

/** The slots that serve a wish, the best first; or why there are none, with those that are the nearest. */
export function findWanted(wished: WishedTime | undefined, offer: Offer): Found {
  const { sessions, taken, window, number, moved, now } = offer;
  const all = slotsOf(sessions).filter(({ slot }) => slot.start > now);
  const isOwn = ({ session, slot }: SlotChoice) =>
    moved !== undefined &&
    session.series === moved.series &&
    session.key === moved.session &&
    slot.index === moved.slot;
  const free = all.filter((it) => isWithin(it, window) && !isOwn(it) && isFree(it, taken, number));
  if (!wished) {
    const later = free.filter(({ slot }) => moved === undefined || slot.start.getTime() > Date.parse(moved.start));
    const slots = [...later, ...free.filter((it) => !later.includes(it))].slice(0, maxTries);
    return slots.length === 0 ? { refused: "nothing-free", nearest: [] } : { slots };
  }
  const slots = free.filter((it) => isAt(it, wished));
  if (slots.length > 0) return { slots: slots.slice(0, maxTries) };
  const refused = whyNot(
    all.filter((it) => isAt(it, wished)),
    wished,
    offer,
    isOwn,
  );
  return { refused, nearest: nearestTo(startOf(wished, sessions), free) };
}

function whyNot(
  matching: readonly SlotChoice[],
  wished: WishedTime,
  { window, sessions, now }: Offer,
  isOwn: (it: SlotChoice) => boolean,
): WhyNot {
  if (matching.some(isOwn)) return "same";
  if (matching.some((it) => isWithin(it, window))) return "taken";
  if (matching.some(({ slot }) => slot.start < window.from)) return "too-late";
  const start = startOf(wished, sessions);
  const end = wished.isDay ? start.getTime() + dayMs : start.getTime();
  if (end < now.getTime()) return "past";
  return start > window.until ? "too-far" : "no-slot";
}

/** As clocks show it in the session's own zone, which those who hold it and their docs speak of. */
function isAt({ session, slot }: SlotChoice, { local, isUtc }: WishedTime): boolean {
  return localTime(slot.start, isUtc ? "UTC" : session.timeZone).startsWith(local);
}

function startOf({ local, isDay, isUtc }: WishedTime, sessions: readonly Session[]): Date {
  return instantOf(isDay ? `${local} 00:00` : local, isUtc ? "UTC" : (sessions[0]?.timeZone ?? "UTC"));
}

function nearestTo(time: Date, free: readonly SlotChoice[]): readonly SlotChoice[] {
  const far = ({ slot }: SlotChoice) => Math.abs(slot.start.getTime() - time.getTime());
  return free
    .toSorted((a, b) => far(a) - far(b))
    .slice(0, maxNearest)
    .toSorted((a, b) => a.slot.start.getTime() - b.slot.start.getTime());
}
