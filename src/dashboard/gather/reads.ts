import type { Booking } from "../../core/booking.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import type { Finder } from "../../core/finder.ts";
import type { Inbox } from "../../core/inbox.ts";
import type { Plan } from "../../core/plan.ts";
import type { KnowledgeReads } from "../../core/knowledge-reads.ts";
import type { RecordReads } from "../../core/record-reads.ts";
import type { FaqReads } from "../../features/faq/store/faq-records.ts";
import type { RequestReads } from "../../features/feature-requests/store/request-records.ts";
import type { BookingReads } from "../../features/office-hours/store/booking-records.ts";
import type { InterviewReads } from "../../features/interviews/store/interview-records.ts";
import type { ListReads } from "../../features/living-issue/reads.ts";
import type { ResolutionReads } from "../../features/resolution/store/resolution-records.ts";
import type { SurveyReads } from "../../features/survey/store/survey-records.ts";
import type { TimelineReads } from "../../features/timeline/store/timeline-records.ts";
import type { WatchReads } from "../../features/watch/store/watch-records.ts";
import type { Measurer } from "../../report/measurer.ts";

/** What pages and API read: our own records. GitHub is not asked. */
export interface PageReads {
  readonly measurer: Pick<Measurer, "report" | "threadsBehind">;
  readonly records: RecordReads;
  readonly timelines: Pick<TimelineReads, "findTimeline" | "threadsBefore">;
  readonly watch: WatchReads;
  readonly requests: RequestReads;
  readonly resolutions: ResolutionReads;
  readonly bookings: BookingReads & {
    /** The latest booking of each thread. */
    allBookings(repository: RepositoryRef): Promise<readonly Booking[]>;
  };
  readonly faq: FaqReads & { staleEntries(repository: RepositoryRef): Promise<ReadonlySet<string>> };
  readonly surveys: Pick<SurveyReads, "surveys" | "words">;
  readonly interviews: Pick<InterviewReads, "interviews" | "notes">;
  readonly livingIssues: ListReads["livingIssues"];
  readonly knowledge: Pick<KnowledgeReads, "faqEntries">;
  readonly finder: Finder;
  readonly inbox: Pick<Inbox, "list" | "show">;
  /** The steps of a plan, one line each, and why. */
  readonly describePlan: (plan: Plan) => readonly string[];
}

/** What reports are shown from: beside the measurer what tells by whose clocks days begin. */
export type ReportReads = Pick<PageReads, "measurer" | "records" | "watch">;
