import type { Booking } from "../../core/booking.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import type { Reads } from "../../core/reads.ts";
import type { Timeline } from "../../core/timeline.ts";
import type { SurveyReads } from "./store/survey-records.ts";

/** The part of a feature request by which a thread is resolved. Dates are ISO 8601. */
export interface SurveyedRequest {
  readonly state: string;
  readonly since: string;
  readonly decision?: { readonly at: string };
}

/** What this feature reads: beside what everybody may, its own records, the timelines, requests and sessions. */
export interface ReadsWithSurveys extends Reads {
  readonly surveys: SurveyReads;
  readonly timelines: {
    findTimeline(repository: RepositoryRef, number: number): Promise<Timeline | undefined>;
  };
  readonly timelineProgress: {
    /** Since when we know what happens in the repository; undefined before it was looked at. ISO 8601. */
    findBackfill(repository: RepositoryRef): Promise<{ readonly startedAt: string } | undefined>;
  };
  readonly requests: {
    findRequest(repository: RepositoryRef, number: number): Promise<{ readonly request: SurveyedRequest } | undefined>;
  };
  readonly bookings: {
    findBooking(
      repository: RepositoryRef,
      number: number,
    ): Promise<Pick<Booking, "kind" | "state" | "outcome"> | undefined>;
  };
}
