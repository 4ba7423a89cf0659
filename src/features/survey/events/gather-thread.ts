import type { GivenReaction } from "../../../core/github-reads.ts";
import type { RepositoryRef, Thread } from "../../../core/discussion.ts";
import type { EventOf } from "../../feature.ts";
import { findEnd, type EndFacts, type ThreadEnd } from "../asking/find-end.ts";
import { findOurs } from "../asking/why-not-ask.ts";
import type { SurveyConfig } from "../config.ts";
import type { ReadsWithSurveys } from "../reads.ts";
import type { ThreadSurvey } from "../thread-survey.ts";

/** Events after which it is looked whether the asker of one thread is to be asked. */
export type ThreadEvent = EventOf<
  | "comment-added"
  | "comment-deleted"
  | "discussion-changed"
  | "discussion-removed"
  | "thread-observed"
  | "follow-request"
  | "booking-changed"
  | "survey-thread"
>;

/** What is known of a thread. */
export interface ThreadFacts {
  readonly found: "thread";
  readonly survey: ThreadSurvey | undefined;
  readonly end: ThreadEnd;
  readonly isClosedByPerson: boolean;
  readonly title: string;
  readonly url: string;
  /** Since when we know what happens in the repository; what was resolved before is history. */
  readonly servedSince: Date | undefined;
  /** The asker wants to be asked nothing. */
  readonly isSilenced: boolean;
  readonly lastAsked: Date | undefined;
  /** What GitHub says, where it was asked. */
  readonly read?: ThreadReading;
}

/** A thread as it was read; it is missing where it is gone. */
export interface ThreadReading {
  readonly thread: Thread | undefined;
  readonly hadComment: boolean;
  /** On our comment there; missing where it was not looked at, or is gone or hidden. */
  readonly reactions?: readonly GivenReaction[];
}

interface Context {
  readonly config: SurveyConfig;
  readonly reads: ReadsWithSurveys;
  readonly now: Date;
}

/** After these, a thread of which nothing is known is none to ask about. */
const resolvesNothing: readonly ThreadEvent["kind"][] = ["comment-added", "comment-deleted", "discussion-removed"];

/**
 * Our own records tell whether there is anything to do. Where the asker is to be asked now, a question is to be taken out
 * or its reactions are to be read: 1 point for the thread, and 1 for the reactions.
 */
export async function gatherThread(event: ThreadEvent, context: Context): Promise<ThreadFacts | undefined> {
  const { config, reads, now } = context;
  const { repository, number } = event;
  const { surveys, timelineProgress } = reads;
  const survey = await surveys.findThreadSurvey(repository, number);
  if (!survey && (config.mode === "off" || resolvesNothing.includes(event.kind))) return undefined;
  const endFacts = await gatherEnd(repository, number, reads, {
    isClosedByPerson: isClosingByPerson(event) || survey?.isClosedByPerson === true,
  });
  const end: ThreadEnd =
    config.mode === "off" ? { isResolved: false, because: "survey.mode is off" } : findEnd(endFacts, now);
  const asker = end.isResolved ? end.asker : survey?.of;
  const [progress, silenced, lastAsked] = await Promise.all([
    timelineProgress.findBackfill(repository),
    surveys.silenced(repository),
    asker === undefined ? undefined : surveys.lastAsked(repository, asker, number),
  ]);
  const facts: ThreadFacts = {
    found: "thread",
    survey,
    end,
    isClosedByPerson: endFacts.isClosedByPerson,
    title: endFacts.timeline?.observed.title ?? survey?.title ?? "",
    url: endFacts.timeline?.observed.url ?? survey?.url ?? "",
    servedSince: progress && new Date(progress.startedAt),
    isSilenced: asker !== undefined && silenced.has(asker.toLowerCase()),
    lastAsked,
  };
  return isToBeRead(event, facts, now) ? { ...facts, read: await readThread(event, survey, reads) } : facts;
}

/** What tells whether a thread is resolved. */
export async function gatherEnd(
  repository: RepositoryRef,
  number: number,
  { timelines, requests, bookings }: Pick<ReadsWithSurveys, "timelines" | "requests" | "bookings">,
  { isClosedByPerson }: Pick<EndFacts, "isClosedByPerson">,
): Promise<EndFacts> {
  const [timeline, request, booking] = await Promise.all([
    timelines.findTimeline(repository, number),
    requests.findRequest(repository, number),
    bookings.findBooking(repository, number),
  ]);
  return { timeline, request: request?.request, booking, isClosedByPerson };
}

function isClosingByPerson(event: ThreadEvent): boolean {
  return event.kind === "discussion-changed" && event.change === "closed" && !event.actor.isBot;
}

/** Whether what our records say may lead to a change of our comment. */
function isToBeRead(event: ThreadEvent, { survey, end }: ThreadFacts, now: Date): boolean {
  if (event.kind === "discussion-removed") return false;
  if (survey?.status === "waiting") {
    const isDue = survey.dueAt !== undefined && Date.parse(survey.dueAt) <= now.getTime();
    return event.kind === "survey-thread" && end.isResolved && isDue;
  }
  return survey?.status === "open" && (event.kind === "survey-thread" || (!end.isResolved && !survey.rated));
}

async function readThread(
  { repository, number }: ThreadEvent,
  survey: ThreadSurvey | undefined,
  { github, records }: ReadsWithSurveys,
): Promise<ThreadReading> {
  const [thread, comment] = await Promise.all([
    github.findThread(repository, number),
    records.findOurComment(repository, number),
  ]);
  const ours = thread && findOurs(thread);
  const isLookedAt = survey?.status === "open" && ours !== undefined;
  const reactions = isLookedAt ? (await github.reactionsOn(repository, [ours.id])).get(ours.id) : undefined;
  return { thread, hadComment: comment !== undefined, ...(reactions && { reactions }) };
}
