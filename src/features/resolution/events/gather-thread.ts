import type { BookingState } from "../../../core/booking.ts";
import type { Thread } from "../../../core/discussion.ts";
import type { WatchedThread } from "../../../core/thread-status.ts";
import type { EventOf } from "../../feature.ts";
import type { ResolutionConfig } from "../config.ts";
import type { ReadsWithResolutions } from "../reads.ts";
import { commentPlaces } from "../signs/find-helpful.ts";
import { saysSolved } from "../../../reply-sense/says-solved.ts";
import { nextStep } from "../steps/next-step.ts";
import type { ThreadResolution } from "../thread-resolution.ts";

/** Events after which the end of one thread is looked at. */
export type ThreadEvent = EventOf<
  | "comment-added"
  | "comment-deleted"
  | "discussion-changed"
  | "discussion-removed"
  | "thread-observed"
  | "thread-due"
  | "helpful-seen"
>;

/** What our own records say of a thread. */
export interface KnownFacts {
  readonly resolution: ThreadResolution | undefined;
  /** When it is to be looked at next. */
  readonly dueAt: Date | undefined;
  readonly watched: WatchedThread | undefined;
  readonly watchedSince: Date | undefined;
  /** Where its latest session stands. */
  readonly session: BookingState | undefined;
}

/** The same, and the thread where it was worth reading. */
export interface ThreadFacts extends KnownFacts {
  readonly found: "thread";
  /** What GitHub says, where it was asked; `thread` is missing where it is gone. */
  readonly read?: {
    readonly thread: Thread | undefined;
    readonly isPinned: boolean;
    /** When it was closed, where it is. */
    readonly closedAt: Date | undefined;
  };
}

/** Most events cost nothing: our own records tell whether there is anything to do. Where there is, 1 point or more. */
export async function gatherThread(
  event: ThreadEvent,
  {
    config,
    reads,
    now,
  }: { readonly config: ResolutionConfig; readonly reads: ReadsWithResolutions; readonly now: Date },
): Promise<ThreadFacts> {
  const { repository, number } = event;
  const { resolutions, watch, github, timelines, bookings } = reads;
  const [resolution, dueAt, watched, watchedSince, booking] = await Promise.all([
    resolutions.findResolution(repository, number),
    resolutions.dueAt(repository, number),
    watch.findWatched(repository, number),
    watch.watchedSince(repository),
    bookings.findBooking(repository, number),
  ]);
  const known = { resolution, dueAt, watched, watchedSince, session: booking?.state };
  if (event.kind === "discussion-removed" || !isToBeRead(event, known, config, now))
    return { found: "thread", ...known };
  const [thread, timeline] = await Promise.all([
    github.findThread(repository, number),
    timelines.findTimeline(repository, number),
  ]);
  const { isPinned = false, closed } = timeline?.observed ?? {};
  return { found: "thread", ...known, read: { thread, isPinned, closedAt: closed?.at } };
}

/** Whether what our records say of an event may lead to anything. */
export function isToBeRead(event: ThreadEvent, known: KnownFacts, config: ResolutionConfig, now: Date): boolean {
  const { resolution, watched, watchedSince, session } = known;
  const { silence, proposal } = resolution ?? {};
  const step = nextStep({ watched, watchedSince, silence, session, isAsked: isAsked(resolution) }, config, now);
  if (step.do !== "wait") return true;
  switch (event.kind) {
    case "helpful-seen":
      return config.propose !== "off" && !proposal;
    case "comment-added": {
      const { actor, comment } = event;
      if (actor.isBot || (watched?.asker !== undefined && watched.asker !== actor.login)) return false;
      if (resolution?.closing || silence || proposal?.isOpen) return true;
      return config.propose !== "off" && !proposal && isSign(comment.body);
    }
    case "comment-deleted":
      return proposal?.isOpen === true && proposal.comment === event.comment.id;
    case "discussion-changed":
    case "thread-observed":
      return proposal?.isOpen === true;
    default:
      return false;
  }
}

/** A proposal that people were told of asks the asker already. */
export function isAsked(resolution: ThreadResolution | undefined): boolean {
  return resolution?.proposal?.isOpen === true && resolution.proposal.wasTold;
}

function isSign(body: string): boolean {
  return saysSolved(body) || commentPlaces(body).length > 0;
}
