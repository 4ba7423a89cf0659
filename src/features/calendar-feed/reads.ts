import type { RepositoryRef } from "../../core/discussion.ts";
import type { Reads } from "../../core/reads.ts";
import type { SlotRef } from "../../sessions/session.ts";
import type { FeedReads } from "./store/feed-records.ts";

/** What is read of the slots that threads have. */
export interface TakenSlots {
  takenSlots(repository: RepositoryRef, from: Date): Promise<readonly SlotRef[]>;
}

/** What this feature reads: beside what everybody may, its own records and what is booked. */
export interface ReadsWithFeeds extends Reads {
  readonly feeds: FeedReads;
  readonly bookings: TakenSlots;
}
