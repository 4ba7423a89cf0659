import type { Booking } from "../../../core/booking.ts";
import type { Text } from "../../../core/language.ts";
import { inlineText } from "../../../text/neutralise.ts";
import { joined, md } from "../../../words/compose-text.ts";
import type { SlotChoice } from "../slots/choice.ts";
import { howToHaveAnother, whyCalledOff } from "./called-off.ts";
import { sayChoice, toCommand } from "./say-slot.ts";
import { isAtSameTime, sayBooked } from "./session-section.ts";
import { say } from "./words.ts";

/**
 * The comment when a booked time has changed and nobody in the thread has changed it. It is the one that notifies the asker.
 * `next`: slots that are free instead; missing where no sessions are planned any more.
 */
export function changeNotice(booking: Booking, next: readonly SlotChoice[] | undefined): Text {
  const slot = {
    mention: booking.for === undefined ? "" : `@${booking.for}, `,
    title: inlineText(booking.sessionTitle, 100),
    slot: sayBooked(booking),
  };
  if (booking.state === "cancelled") {
    const off = say("notice.called-off", { ...slot, why: whyCalledOff(booking) });
    return joined([off, ...offers(next, booking)], "\n\n");
  }
  return say(isAtSameTime(booking.start, booking.moved?.from) ? "notice.length" : "notice.time", slot);
}

/** Stands in place of a booking that was shown under a comment, and is shown elsewhere by now. */
export function changedSince(url: string): Text {
  return say("changed-since", { url });
}

function offers(next: readonly SlotChoice[] | undefined, { kind }: Booking): readonly Text[] {
  if (!next) return [say(kind === "request" ? "offer.no-meeting" : "offer.no-session")];
  if (kind === "request") return [howToHaveAnother(kind)];
  if (next.length === 0) return [say("offer.none-free")];
  return [
    md`${say("offer.free")}\n\n${joined(
      next.map((it) => md`- ${sayChoice(it)}: ${toCommand(it)}`),
      "\n",
    )}`,
  ];
}
