import type { SlotRef } from "../../../sessions/session.ts";

/** A slot with its time. */
export interface TimedSlot extends SlotRef {
  readonly start: Date;
  readonly end: Date;
}

/** Whether a slot that is taken is the one that is wanted, or one of its series at an overlapping time, as an older config had it. */
export function isInTheWay(taken: TimedSlot, wanted: TimedSlot): boolean {
  if (taken.series !== wanted.series) return false;
  if (taken.session === wanted.session && taken.slot === wanted.slot) return true;
  return taken.start < wanted.end && wanted.start < taken.end;
}
