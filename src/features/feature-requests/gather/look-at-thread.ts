import type { RelatedRequest } from "../feature-request.ts";
import type { ReadsWithRequests } from "../reads.ts";
import type { EventOf } from "../../feature.ts";
import type { FeatureRequestsConfig } from "../config.ts";
import { findRelated } from "./find-related.ts";
import { readRequest, type RequestFacts } from "./request-facts.ts";

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
>;

export type ThreadFacts =
  | { readonly found: "nothing-to-read"; readonly because: string }
  /** Deleted, transferred, or out of our sight. */
  | { readonly found: "gone"; readonly wasKnown: boolean }
  /** In a category where no features are requested (any more). */
  | ({ readonly found: "elsewhere" } & RequestFacts)
  | ({ readonly found: "request"; readonly related: readonly RelatedRequest[] | undefined } & RequestFacts);

/** Read what an event in a thread may change about the request in it. */
export async function lookAtThread(
  event: ThreadEvent,
  config: FeatureRequestsConfig,
  reads: ReadsWithRequests,
): Promise<ThreadFacts> {
  const { repository, number } = event;
  const known = await reads.requests.findRequest(repository, number);
  if (event.kind === "discussion-removed") return { found: "gone", wasKnown: known !== undefined };
  const because = known ? whyNotAgain(event, known.request.askedBy) : whyNotLook(event, config);
  if (because !== undefined) return { found: "nothing-to-read", because };

  const thread = await reads.github.findThread(repository, number);
  if (!thread) return { found: "gone", wasKnown: known !== undefined };
  const isRequest = config.categories.includes(thread.category.slug);
  if (!isRequest && !known) return { found: "nothing-to-read", because: "no features are requested in this category" };
  if (thread.author?.isBot) return { found: "nothing-to-read", because: "a bot opened the discussion" };
  const facts = await readRequest(repository, thread, reads);
  if (!isRequest) return { found: "elsewhere", ...facts };
  const isText = event.kind === "discussion-opened" || event.kind === "discussion-edited";
  return { found: "request", related: isText ? await findRelated(repository, thread, reads) : undefined, ...facts };
}

/** Most threads are no requests: they are not worth a question to GitHub. */
function whyNotLook(event: ThreadEvent, { categories }: FeatureRequestsConfig): string | undefined {
  if ("comment" in event) return "this thread is no request that I know of";
  const elsewhere = "category" in event && event.category !== undefined && !categories.includes(event.category);
  return elsewhere ? "no features are requested in this category" : whyNotAgain(event, undefined);
}

/** So is most of what happens in the thread of a request. */
function whyNotAgain(event: ThreadEvent, asker: string | undefined): string | undefined {
  if ("comment" in event) {
    return event.actor.login === asker ? undefined : "only whoever asked answers the three questions";
  }
  const matters =
    event.kind !== "discussion-changed" || ["category_changed", "closed", "reopened"].includes(event.change);
  return matters ? undefined : `a discussion that is ${event.change} is the same request`;
}
