import type { CloseReason } from "../../../core/discussion.ts";
import type { CommentAdded } from "../../../core/event.ts";
import type { ThreadHistory, ThreadSnapshot } from "../../../core/thread-history.ts";
import { nothing } from "../../../core/plan.ts";
import type { EventOf } from "../../feature.ts";
import { takeIn, type TimelinePlan } from "../actions.ts";
import type { ChangeFact, SaidFact, ThreadFacts } from "../facts.ts";
import { findRoles, roleAgeMs, type FoundRoles } from "../recording/roles.ts";
import { senseOf } from "../../../reply-sense/sense-of.ts";
import { peopleOf, readFacts } from "../recording/to-reading.ts";
import type { ReadsWithTimelines } from "../store/timeline-records.ts";
import { observed } from "./backfill.ts";

/** Events of one thread. */
export type ThreadEvent = EventOf<
  | "discussion-opened"
  | "discussion-edited"
  | "discussion-changed"
  | "discussion-removed"
  | "comment-added"
  | "comment-edited"
  | "comment-deleted"
  | "thread-behind"
>;

export type ThreadEventFacts =
  /** Deleted, transferred, or hidden from us. */
  | { readonly found: "gone" }
  /** `thread` is missing where all that the event changes is in its payload. */
  | { readonly found: "thread"; readonly thread?: ThreadSnapshot | ThreadHistory; readonly roles: FoundRoles };

/**
 * Reads what the payload does not tell. A comment in a thread that we know costs no point; a change of the thread costs
 * one, and so does the first event of a thread that we have never read, but for long ones.
 */
export async function gatherThreadEvent(
  event: ThreadEvent,
  { reads, now }: { readonly reads: ReadsWithTimelines; readonly now: Date },
): Promise<ThreadEventFacts> {
  const { repository, number } = event;
  if (event.kind === "discussion-removed") return { found: "gone" };
  const options = { reads, now, maxAgeMs: roleAgeMs.live };
  const isKnown = await reads.timelines.knowsThread(repository, number);
  if (isKnown && "comment" in event && isTold(event.comment)) {
    return { found: "thread", roles: await findRoles(repository, [event.comment.author], options) };
  }
  const wantsAll = !isKnown || "comment" in event || event.kind === "thread-behind";
  const thread = wantsAll
    ? await reads.github.findHistory(repository, number)
    : await reads.github.findSnapshot(repository, number);
  if (!thread) return { found: "gone" };
  const others = "answer" in event ? [event.answer?.author] : "comment" in event ? [event.comment.author] : [];
  return { found: "thread", thread, roles: await findRoles(repository, [...peopleOf(thread), ...others], options) };
}

/** Whether a payload says who wrote a comment and when. It does not where the account is gone. */
function isTold({ author, at }: CommentAdded): boolean {
  return author !== undefined && at !== undefined;
}

/** Takes in what was read, and what the event alone tells: when it happened. */
export function decideThreadEvent(event: ThreadEvent, facts: ThreadEventFacts, now: Date): TimelinePlan {
  const { repository, number } = event;
  if (facts.found === "gone") {
    return { actions: [{ do: "forget-timeline", repository, number }], because: "the thread is gone" };
  }
  const { thread, roles } = facts;
  const told: ThreadFacts = { number, said: toSaid(event, roles), changes: toChanges(event, roles) };
  const read = thread ? [readFacts(thread, roles, now)] : [];
  const threads = told.said.length + told.changes.length > 0 ? [...read, told] : read;
  const taken = takeIn(repository, threads, roles.asked);
  const actions = event.kind === "thread-behind" ? [...taken, observed(repository, number)] : taken;
  return actions.length === 0
    ? nothing("the event tells nothing of what happened")
    : { actions, because: `${event.kind} tells what happened` };
}

function toSaid(event: ThreadEvent, roles: FoundRoles): SaidFact[] {
  if (!("comment" in event) || event.comment.at === undefined) return [];
  const { id, at, author, body, textAt = at } = event.comment;
  const isDeleted = event.kind === "comment-deleted";
  return [
    {
      id,
      at,
      ...(author && { by: author.login }),
      role: roles.of(author),
      ...(isDeleted ? { isDeleted } : { text: { sense: senseOf(body), at: textAt } }),
    },
  ];
}

function toChanges(event: ThreadEvent, roles: FoundRoles): ChangeFact[] {
  if (event.kind !== "discussion-changed" || event.at === undefined) return [];
  const { change, at, answer } = event;
  switch (change) {
    case "closed": {
      const reason = toReason(event.reason);
      return [{ kind: "closed", at, ...(reason && { reason }) }];
    }
    case "reopened":
    case "unanswered":
      return [{ kind: change, at }];
    case "answered": {
      if (!answer) return [];
      const by = answer.author?.login;
      const role = roles.of(answer.author);
      return [{ kind: "answered", at, comment: answer.id, role, ...(by !== undefined && { by }) }];
    }
    default:
      return [];
  }
}

/** As the reason is written in payloads, in small letters. */
function toReason(reason: string | undefined): CloseReason | undefined {
  const known: readonly CloseReason[] = ["resolved", "outdated", "duplicate"];
  return known.find((it) => it === reason?.toLowerCase());
}
