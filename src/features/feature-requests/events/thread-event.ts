import type { Booking } from "../../../core/booking.ts";
import { isFresh, type SharedSettings } from "../../../config/shared.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { nothing } from "../../../core/plan.ts";
import type { EventOf } from "../../feature.ts";
import type { RequestPlan } from "../actions/request-actions.ts";
import type { FeatureRequestsConfig } from "../config.ts";
import { freeSlot } from "../commands/meeting-slot.ts";
import type { FeatureRequest, RelatedRequest, StoredRequest } from "../feature-request.ts";
import { findRelated } from "../gather/find-related.ts";
import { readRequest, readVotes, type RequestFacts } from "../gather/request-facts.ts";
import { untrackedSection } from "../messages/request-section.ts";
import { followBooking } from "../reconcile/follow-booking.ts";
import { newRequest } from "../reconcile/new-request.ts";
import { publishRequest } from "../reconcile/publish-request.ts";
import { reconcile, type ObservedState } from "../reconcile/reconcile-request.ts";
import { labelChanges } from "../states/state-labels.ts";
import type { ReadsWithRequests } from "../store/request-records.ts";
import { localeOf, type LanguageSettings } from "../../../words/locale-of.ts";
import type { Locale } from "../../../core/language.ts";

/** Events of one thread. */
export type ThreadEvent = EventOf<
  | "discussion-opened"
  | "discussion-edited"
  | "discussion-changed"
  | "discussion-removed"
  | "comment-added"
  | "comment-edited"
  | "comment-deleted"
  | "follow-request"
  | "booking-changed"
>;

export type ThreadFacts =
  | { readonly found: "nothing-to-read"; readonly because: string }
  /** Deleted, transferred, or not visible to the app. */
  | { readonly found: "gone"; readonly wasKnown: boolean }
  /** In a category where no features are requested (any more). */
  | ({ readonly found: "elsewhere" } & RequestFacts)
  | ({
      readonly found: "request";
      readonly related: readonly RelatedRequest[] | undefined;
      /** The booking of its meeting where it was looked for: after a change, and when all is looked at again. */
      readonly session?: { readonly booking: Booking | undefined };
      /** The votes as they are now, where a meeting was booked: its agenda says how many there are. */
      readonly votesNow?: number;
    } & RequestFacts);

/** Reads what an event in a thread may change about the request in it. */
export async function gatherThreadEvent(
  event: ThreadEvent,
  { config, shared }: { readonly config: FeatureRequestsConfig; readonly shared: LanguageSettings },
  reads: ReadsWithRequests,
): Promise<ThreadFacts> {
  const { repository, number } = event;
  const known = await reads.requests.findRequest(repository, number);
  if (event.kind === "discussion-removed") return { found: "gone", wasKnown: known !== undefined };
  const session = await readSession(event, reads);
  const because = known
    ? whyIgnoredInRequest(event, known.request)
    : session?.booking?.kind === "office-hours"
      ? "its session is no meeting about a request"
      : whyIgnoredElsewhere(event, config);
  if (because !== undefined) return { found: "nothing-to-read", because };

  const thread = await reads.github.findThread(repository, number);
  if (!thread) return { found: "gone", wasKnown: known !== undefined };
  const isRequest = config.categories.includes(thread.category.slug);
  if (!isRequest && !known) return { found: "nothing-to-read", because: "no features are requested in this category" };
  if (thread.author?.isBot) return { found: "nothing-to-read", because: "a bot opened the discussion" };
  const facts = await readRequest(repository, thread, reads);
  if (!isRequest) return { found: "elsewhere", ...facts };
  const isText = event.kind === "discussion-opened" || event.kind === "discussion-edited";
  const related = isText
    ? await findRelated({ repository, thread, locale: localeOf(shared, thread) }, reads)
    : undefined;
  const votesNow =
    event.kind === "booking-changed" ? (await readVotes(repository, [number], reads)).get(number) : undefined;
  return {
    found: "request",
    related,
    ...facts,
    ...(session && { session }),
    ...(votesNow !== undefined && { votesNow }),
  };
}

/** By our own records. Most events have nothing to do with sessions. */
async function readSession(event: ThreadEvent, { bookings }: ReadsWithRequests) {
  if (event.kind !== "booking-changed" && event.kind !== "follow-request") return undefined;
  return { booking: await bookings.findBooking(event.repository, event.number) };
}

/** Why an event of a thread that is no known request is ignored without asking GitHub: most threads are no requests. */
function whyIgnoredElsewhere(event: ThreadEvent, { categories }: FeatureRequestsConfig): string | undefined {
  if ("comment" in event) return "this thread is no request that I know of";
  const elsewhere = "category" in event && event.category !== undefined && !categories.includes(event.category);
  return elsewhere ? "no features are requested in this category" : whyIgnoredInRequest(event, undefined);
}

/** Why an event of a request's thread is ignored: most events change nothing about the request. */
function whyIgnoredInRequest(
  event: ThreadEvent,
  request: Pick<FeatureRequest, "askedBy" | "state" | "meeting"> | undefined,
): string | undefined {
  if ("comment" in event) {
    // The agenda of a meeting names the questions that are open.
    const isOnAgenda = request?.state === "meeting" && request.meeting?.outcome === undefined && !event.actor.isBot;
    const isAsker = event.actor.login === request?.askedBy;
    return isAsker || isOnAgenda ? undefined : "only whoever asked answers the three questions";
  }
  const matters =
    event.kind !== "discussion-changed" || ["category_changed", "closed", "reopened"].includes(event.change);
  return matters ? undefined : `a discussion that is ${event.change} is the same request`;
}

type Found<What extends ThreadFacts["found"]> = Extract<ThreadFacts, { readonly found: What }>;

/** Reconciles the request with its thread and issue, and publishes it. */
export function decideThreadEvent(
  event: ThreadEvent,
  facts: Found<"gone" | "elsewhere" | "request">,
  config: FeatureRequestsConfig,
  { now, shared }: { readonly now: Date; readonly shared: SharedSettings },
): RequestPlan {
  const { repository } = event;
  if (facts.found === "gone") return facts.wasKnown ? forget(repository, event.number) : nothing("the thread is gone");
  if (facts.found === "elsewhere") return untrack(repository, facts, config, localeOf(shared, facts.thread));

  const { thread, votesNow } = facts;
  const locale = localeOf(shared, thread);
  const stored = withVotes(facts.stored, votesNow);
  const before = stored?.request ?? newRequest(thread, config.labels);
  const observed = observedBy(event, facts);
  const reconciled = reconcile(before, observed, config, now);
  const after = facts.session ? followBooking(reconciled, facts.session.booking, { now, locale }) : reconciled;
  const answer = event.kind === "follow-request" ? event.answer : undefined;
  const isNew =
    event.kind === "discussion-opened" || (observed.change === undefined && event.kind === "discussion-changed");
  const isRecent = isFresh(event.kind === "discussion-opened" ? thread.createdAt : thread.updatedAt, shared, now);
  const published = publishRequest(after, {
    ...facts,
    stored,
    repository,
    config,
    locale,
    mayComment:
      (isNew && isRecent && !thread.closed && !thread.locked) ||
      answer !== undefined ||
      event.kind === "booking-changed",
    ...(answer !== undefined && { answer }),
    deep: event.kind === "follow-request" && event.deep === true,
  });
  const isCounted = votesNow !== undefined && votesNow !== facts.stored?.votes;
  const counted = { do: "record-votes", repository, number: thread.number, votes: votesNow ?? 0 } as const;
  const actions = [...published, ...(isCounted ? [counted] : [])];
  if (actions.length === 0) return nothing(`the request is ${after.state}, and all agrees with that`);
  const moved = after.state === before.state ? `is ${after.state}` : `was ${before.state}, and is ${after.state}`;
  return { actions, because: `the request ${moved}` };
}

function withVotes(stored: StoredRequest | undefined, votes: number | undefined): StoredRequest | undefined {
  return stored && votes !== undefined ? { ...stored, votes } : stored;
}

function observedBy(event: ThreadEvent, { thread, stored, ours, issue, related }: Found<"request">): ObservedState {
  const change = event.kind === "discussion-changed" ? toChange(event.change) : undefined;
  const duplicate = event.kind === "follow-request" ? event.duplicate : undefined;
  return {
    thread,
    ours: ours?.id,
    issue,
    isAdopted: stored?.issue?.isAdopted ?? false,
    votes: stored?.votes ?? 0,
    ...(related && { related }),
    ...(duplicate && { duplicate }),
    ...(change && { change }),
  };
}

/** What a person did to a thread, where it can change the state of a request. */
function toChange(change: string): "closed" | "reopened" | undefined {
  return change === "closed" || change === "reopened" ? change : undefined;
}

function forget(repository: RepositoryRef, number: number): RequestPlan {
  return {
    actions: [
      { do: "forget-request", repository, number },
      { do: "forget-issue", repository, number },
    ],
    because: "the thread is gone",
  };
}

/** The thread was moved to a category where no features are requested. */
function untrack(
  repository: RepositoryRef,
  { thread, stored, ours, isSearched }: Found<"elsewhere">,
  { labels }: FeatureRequestsConfig,
  locale: Locale,
): RequestPlan {
  const { id, number } = thread;
  const { add, remove } = labelChanges({ state: "closed", isReady: false }, thread.labels, labels);
  const body = untrackedSection(locale);
  return {
    actions: [
      ...(ours ? [{ do: "say", repository, discussion: id, number, section: "feature-request", body } as const] : []),
      { do: "forget-request", repository, number },
      ...(stored ? freeSlot(stored.request, { repository, thread }) : []),
      ...(isSearched ? [{ do: "forget-issue", repository, number } as const] : []),
      ...(remove.length > 0 ? [{ do: "label", repository, number, subject: id, add, remove } as const] : []),
    ],
    because: "the thread was moved to a category where no features are requested",
  };
}
