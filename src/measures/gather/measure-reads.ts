import type { Booking } from "../../core/booking.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import type { KnownEntry } from "../../core/knowledge.ts";
import type { MadeSuggestion } from "../../core/record-reads.ts";
import type { ReckonedClocks } from "../../core/reckoned-clock.ts";
import type { GivenFeedback } from "../../core/suggestion.ts";
import type { Survey } from "../../core/survey.ts";
import type { Timeline } from "../../core/timeline.ts";
import type { RecordedRequest } from "../../timeline/to-decision.ts";

/** A feature request, of which more is kept. */
export interface ListedRequest {
  readonly request: RecordedRequest & { readonly number: number };
}

/** What measuring reads: our own records of a repository, and nothing of GitHub. The stores of the features have it. */
export interface MeasureReads {
  readonly timelines: {
    timelinesAfter(repository: RepositoryRef, number: number, limit: number): Promise<readonly Timeline[]>;
  };
  readonly watch: {
    reckonedAfter(repository: RepositoryRef, number: number, limit: number): Promise<readonly ReckonedClocks[]>;
  };
  readonly records: {
    suggestionsOf(repository: RepositoryRef, numbers: readonly number[]): Promise<readonly MadeSuggestion[]>;
    feedback(
      repository: RepositoryRef,
      wanted: { readonly numbers: readonly number[] },
    ): Promise<readonly GivenFeedback[]>;
  };
  readonly onCall: {
    /** What was done about targets that were near or missed. */
    noticesOf(
      repository: RepositoryRef,
      numbers: readonly number[],
    ): Promise<readonly { readonly number: number; readonly isCalled: boolean }[]>;
  };
  readonly requests: {
    requests(wanted: { readonly repository: RepositoryRef; readonly limit: number }): Promise<readonly ListedRequest[]>;
  };
  readonly bookings: { allBookings(repository: RepositoryRef): Promise<readonly Booking[]> };
  readonly surveys: { surveys(repository: RepositoryRef): Promise<readonly Survey[]> };
  readonly knowledge: { faqEntries(repository: RepositoryRef): Promise<readonly KnownEntry[]> };
}
