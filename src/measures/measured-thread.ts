import type { Booking } from "../core/booking.ts";
import type { ReckonedClocks } from "../core/reckoned-clock.ts";
import type { GivenFeedback } from "../core/suggestion.ts";
import type { Survey } from "../core/survey.ts";
import type { Timeline } from "../core/timeline.ts";
import type { ThreadDecision } from "../timeline/thread-decision.ts";

/**
 * A thread as measures see it: what happened in it, and what our own records hold of it. An export of GitHub's has the
 * timeline alone; whatever is missing was not there or is not known.
 */
export interface MeasuredThread {
  readonly timeline: Timeline;
  /** How its clocks stand, where the watch looks at it. An export tells of no targets. */
  readonly watched?: Pick<ReckonedClocks, "priority" | "status" | "clocks">;
  /** What was posted in it, or would have been, or that nothing was good enough; missing where nobody looked. */
  readonly suggestion?: MeasuredSuggestion;
  /** What people thought of the suggestion, each person's latest word. */
  readonly feedback: readonly GivenFeedback[];
  readonly request?: MeasuredRequest;
  /** Its decision as clocks see it. */
  readonly decision?: ThreadDecision;
  /** How often somebody was called for it, as a target was near or missed; missing where nobody was. */
  readonly escalations?: number;
  /** The latest booking of a session. */
  readonly booking?: Booking;
  readonly survey?: Survey;
}

export interface MeasuredSuggestion {
  /** `shadow`: nothing was posted, so it deflects nothing and is no hit. */
  readonly mode: "live" | "shadow";
  /** When we looked first. */
  readonly at: Date;
  /** Best first; empty: silence. */
  readonly items: readonly MeasuredItem[];
  /** Where nothing was good enough: the best that was found. */
  readonly best?: MeasuredItem;
  /** Node id of our comment in the thread, if we have one. */
  readonly comment?: string;
}

/** Something that can be suggested. */
export interface MeasuredItem {
  /** Id of its `KnowledgeItem`. */
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** Whether it is an entry of a FAQ, by the FAQ files as they are now. */
  readonly isFaq?: true;
}

/** A feature request as measures see it. Times are ISO 8601. */
export interface MeasuredRequest {
  readonly state: string;
  readonly since: string;
  /** When it had all its answers. */
  readonly completeSince?: string;
  readonly decidedAt?: string;
  readonly shippedAt?: string;
}
