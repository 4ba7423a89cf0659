import type { RepositoryRef } from "../../core/discussion.ts";
import type { Reads } from "../../core/reads.ts";
import type { SlotRef } from "../../sessions/session.ts";
import type { FeedReads } from "./store/feed-records.ts";

/** A slot and the discussion that has it, by its number. */
export interface TakenSlot extends SlotRef {
  readonly number: number;
}

/** What is read of the slots that threads have. */
export interface TakenSlots {
  takenSlots(repository: RepositoryRef, from: Date): Promise<readonly TakenSlot[]>;
}

/** What this feature reads: beside what everybody may, its own records and what is booked. */
export interface ReadsWithFeeds extends Reads {
  readonly feeds: FeedReads;
  readonly bookings: TakenSlots;
}
