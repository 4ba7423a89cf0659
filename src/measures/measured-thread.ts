import type { Booking } from "../core/booking.ts";
import type { ReckonedClock } from "../core/reckoned-clock.ts";
import type { GivenFeedback } from "../core/suggestion.ts";
import type { Survey } from "../core/survey.ts";
import type { Timeline } from "../core/timeline.ts";
import type { ThreadStatus } from "../core/thread-status.ts";
import type { ThreadDecision } from "../timeline/thread-decision.ts";

/**
 * A thread as measures see it: what happened in it, and what our own records hold of it. An export of GitHub's has the
 * timeline alone; whatever is missing was not there or is not known.
 */
export interface MeasuredThread {
  readonly timeline: Timeline;
  /** Whether the watch looks at it, and how its clocks stand. Missing where it is not watched, or was read from an export without targets. */
  readonly watched?: {
    readonly priority: string;
    readonly status: ThreadStatus;
    readonly clocks: readonly ReckonedClock[];
  };
  /** What was posted in it, or would have been, or that nothing was good enough; missing where nobody looked. */
  readonly suggestion?: MeasuredSuggestion;
  /** What people thought of the suggestion, each person's latest word. */
  readonly feedback: readonly GivenFeedback[];
  readonly request?: MeasuredRequest;
  /** Its decision as clocks see it. */
  readonly decision?: ThreadDecision;
  /** The latest booking of a session. */
  readonly booking?: Booking;
  readonly survey?: Survey;
}

export interface MeasuredSuggestion {
  /** `shadow`: nothing was posted, so it deflects nothing and is no hit. */
  readonly mode: "live" | "shadow";
  readonly at: Date;
  /** Ids of the knowledge items, best first; empty: silence. */
  readonly items: readonly { readonly id: string; readonly title: string; readonly url: string }[];
  /** Where nothing was good enough: the best that was found. */
  readonly best?: { readonly id: string; readonly title: string; readonly url: string };
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
