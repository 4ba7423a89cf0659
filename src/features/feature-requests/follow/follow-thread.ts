import type { RepositoryRef } from "../../../core/discussion.ts";
import { nothing } from "../../../core/plan.ts";
import type { RequestPlan } from "../actions/request-actions.ts";
import { noRequestAnyMore } from "../messages/request-section.ts";
import type { FeatureRequestsConfig } from "../config.ts";
import type { ThreadEvent, ThreadFacts } from "../gather/look-at-thread.ts";
import { labelChanges } from "../states/labels-of.ts";
import { follow } from "./follow.ts";
import { newRequest } from "./new-request.ts";
import { report } from "./report.ts";

type Found<What extends ThreadFacts["found"]> = Extract<ThreadFacts, { readonly found: What }>;

/** What an event in a thread means for the request in it: what was seen goes into the record, and the record is shown. */
export function followThread(
  event: ThreadEvent,
  facts: Found<"gone" | "elsewhere" | "request">,
  config: FeatureRequestsConfig,
  now: Date,
): RequestPlan {
  const { repository } = event;
  if (facts.found === "gone") return facts.wasKnown ? forget(repository, event.number) : nothing("the thread is gone");
  if (facts.found === "elsewhere") return letGo(repository, facts, config);

  const { thread, stored, ours, issue, related } = facts;
  const before = stored?.request ?? newRequest(thread, config.labels);
  const change = event.kind === "discussion-changed" ? toChange(event.change) : undefined;
  const duplicate = event.kind === "follow-request" ? event.duplicate : undefined;
  const sight = {
    thread,
    ours: ours?.id,
    issue,
    isAdopted: stored?.issue?.isAdopted ?? false,
    votes: stored?.votes ?? 0,
    ...(related && { related }),
    ...(duplicate && { duplicate }),
    ...(change && { change }),
  };
  const after = follow(before, sight, config, now);
  const answer = event.kind === "follow-request" ? event.answer : undefined;
  const isNew = event.kind === "discussion-opened" || (change === undefined && event.kind === "discussion-changed");
  const actions = report(after, {
    ...facts,
    repository,
    config,
    maySpeak: (isNew && !thread.closed && !thread.locked) || answer !== undefined,
    ...(answer !== undefined && { answer }),
    deep: event.kind === "follow-request" && event.deep === true,
  });
  if (actions.length === 0) return nothing(`the request is ${after.state}, and all agrees with that`);
  const moved = after.state === before.state ? `is ${after.state}` : `was ${before.state}, and is ${after.state}`;
  return { actions, because: `the request ${moved}` };
}

/** What a person did to a thread, where it can move a request. */
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

/** The thread was moved to a category where nothing is requested: it is no request any more. */
function letGo(
  repository: RepositoryRef,
  { thread, ours, isSearched }: Found<"elsewhere">,
  { labels }: FeatureRequestsConfig,
): RequestPlan {
  const { id, number } = thread;
  const { add, remove } = labelChanges({ state: "closed", isReady: false }, thread.labels, labels);
  const body = noRequestAnyMore();
  return {
    actions: [
      ...(ours ? [{ do: "say", repository, discussion: id, number, section: "feature-request", body } as const] : []),
      { do: "forget-request", repository, number },
      ...(isSearched ? [{ do: "forget-issue", repository, number } as const] : []),
      ...(remove.length > 0 ? [{ do: "label", repository, number, subject: id, add, remove } as const] : []),
    ],
    because: "the thread was moved to a category where no features are requested",
  };
}
