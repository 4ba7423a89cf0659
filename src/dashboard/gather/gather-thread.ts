import type { FileProblem } from "../../business-time/calendars-of.ts";
import type { Booking } from "../../core/booking.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import type { GivenFeedback, Suggestion } from "../../core/suggestion.ts";
import type { Timeline } from "../../core/timeline.ts";
import type { Promotion } from "../../features/faq/promotion/promotion.ts";
import type { StoredRequest } from "../../features/feature-requests/feature-request.ts";
import type { ThreadResolution } from "../../features/resolution/thread-resolution.ts";
import { calendarsInForce } from "../../features/watch/clocks/calendars-in-force.ts";
import { reckonKnown } from "../../features/watch/clocks/reckon-known.ts";
import type { ReckonedThread } from "../../features/watch/clocks/reckon-thread.ts";
import { whyUnwatched } from "../../features/watch/gather/gather-thread.ts";
import type { GivenPriority } from "../../features/watch/priorities/priority-of.ts";
import { toDecision } from "../../timeline/to-decision.ts";
import { configOf } from "./config-of.ts";
import type { PageReads } from "./reads.ts";

/** All that our records hold of a thread; what is missing was not there. */
export interface ThreadView {
  readonly number: number;
  /** Missing where it was never read: then something else is known. */
  readonly timeline?: Timeline;
  readonly clocks: ThreadClocks;
  readonly suggestion?: Suggestion;
  readonly feedback: readonly GivenFeedback[];
  readonly promotion?: Promotion;
  readonly booking?: Booking;
  readonly request?: StoredRequest;
  readonly resolution?: ThreadResolution;
}

/** Its state and clocks as they stand now, or why it has none. */
export type ThreadClocks =
  | {
      readonly watched: true;
      readonly reckoned: ReckonedThread;
      readonly given: GivenPriority;
      readonly problems: readonly FileProblem[];
    }
  | { readonly watched: false; readonly because: string };

export type ThreadReads = Pick<
  PageReads,
  "records" | "timelines" | "watch" | "requests" | "resolutions" | "bookings" | "faq"
>;

/** Undefined where nothing is known of the thread. By our own records alone; clocks are reckoned as `/why` does it. */
export async function gatherThread(
  repository: RepositoryRef,
  number: number,
  reads: ThreadReads,
  now: Date,
): Promise<ThreadView | undefined> {
  const { records, timelines, requests, resolutions, bookings, faq } = reads;
  const [timeline, suggestion, feedback, promotion, booking, request, resolution] = await Promise.all([
    timelines.findTimeline(repository, number),
    records.findSuggestion(repository, number),
    records.feedback(repository, { numbers: [number] }),
    faq.findPromotion(repository, number),
    bookings.findBooking(repository, number),
    requests.findRequest(repository, number),
    resolutions.findResolution(repository, number),
  ]);
  if (!timeline && !suggestion && !promotion && !booking && !request) return undefined;
  return {
    number,
    ...(timeline && { timeline }),
    clocks: await clocksOf(repository, timeline, request, { reads, now }),
    ...(suggestion && { suggestion }),
    feedback,
    ...(promotion && { promotion }),
    ...(booking && { booking }),
    ...(request && { request }),
    ...(resolution && { resolution }),
  };
}

/** What any of the records calls it. */
export function titleOf({ timeline, suggestion, booking, request, promotion }: ThreadView): string | undefined {
  return (
    timeline?.observed.title ??
    request?.request.title ??
    booking?.title ??
    suggestion?.question.title ??
    promotion?.question
  );
}

/** Its address on GitHub, from whichever record has one. */
export function urlOf({ timeline, suggestion, booking, request, promotion }: ThreadView): string | undefined {
  return timeline?.observed.url ?? request?.request.url ?? booking?.url ?? suggestion?.question.url ?? promotion?.url;
}

async function clocksOf(
  repository: RepositoryRef,
  timeline: Timeline | undefined,
  request: StoredRequest | undefined,
  { reads: { records, watch }, now }: { readonly reads: ThreadReads; readonly now: Date },
): Promise<ThreadClocks> {
  const [config, known, files] = await Promise.all([
    configOf(repository, records),
    watch.findWatch(repository, timeline?.number ?? 0),
    watch.calendarFiles(repository),
  ]);
  if (config.watch.mode === "off") return { watched: false, because: "the watch is off in this repository" };
  if (!timeline) return { watched: false, because: "nothing is known of what happened in it" };
  const because = whyUnwatched(timeline, config.watch);
  if (because !== undefined) return { watched: false, because };
  const calendars = calendarsInForce(config.calendars, files);
  const decision = toDecision(request?.request);
  const reckoned = reckonKnown({ timeline, decision, known }, { config: config.watch, calendars, now });
  return { watched: true, ...reckoned, problems: calendars.problems };
}
