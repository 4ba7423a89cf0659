import type { Booking } from "../../../core/booking.ts";
import type { Text } from "../../../core/language.ts";
import { listed } from "../../../words/compose-text.ts";
import { say } from "./words.ts";

/** Why a slot is booked no more. */
export function whyCalledOff({ cancelled, kind }: Booking): Text {
  const meeting = kind === "request" ? "-meeting" : "";
  switch (cancelled) {
    case "session-cancelled":
    case "session-full":
      return say(`off.${cancelled}`);
    case "thread-closed":
      return say(`off.thread-closed${meeting}`);
    default:
      return say(`off.given-back${meeting}`);
  }
}

/** What is free changes without this discussion: only a comment, which has a date, lists it. */
export function howToGoOn({ kind, cancelled }: Booking): readonly Text[] {
  const isBySession = cancelled === "session-cancelled" || cancelled === "session-full";
  return isBySession ? [howToHaveAnother(kind)] : [];
}

/** Whoever may not book is not told to. */
export function howToHaveAnother(kind: Booking["kind"]): Text {
  return say(kind === "request" ? "again-meeting" : "again");
}

/** `a and b and c`: each with the others. */
export function andOf(names: readonly string[]): Text {
  return (locale) => (locale.language === "en" ? names.join(" and ") : listed(names)(locale));
}

/** `a or b`. */
export function orOf([first = "", ...others]: readonly string[]): Text {
  return others.reduce<Text>(
    (before, next) => say("host-or", { first: before, second: next }),
    () => first,
  );
}
