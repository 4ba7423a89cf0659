import type { RepositoryRef } from "../../core/discussion.ts";
import { unreachable } from "../../core/errors.ts";
import { nothing, type Action, type Plan } from "../../core/plan.ts";
import type { Reads } from "../../core/ports.ts";
import type { Promotion } from "../../core/promotion.ts";
import { feature, type EventOf } from "../feature.ts";
import type { FaqConfig } from "./config.ts";
import { decideFollow, gatherFollow, type FollowFacts } from "./loop/follow.ts";

type Facts =
  | { readonly found: "nothing-to-read" }
  /** Promotions that something has happened to. */
  | { readonly found: "concerned"; readonly promotions: readonly Promotion[] }
  | { readonly found: "promotion"; readonly facts: FollowFacts | undefined };

/** Changes of a thread after which its answer may be another, or none. */
const changesAnswers: ReadonlySet<string> = new Set(["answered", "unanswered", "labeled", "unlabeled"]);

/** Keeps what was promoted, its pull requests and its threads in line with each other. */
export const faq = feature({
  name: "faq",
  summary:
    "Follows promoted answers: tells the thread what became of its pull request, and proposes a change when the answer changes.",
  on: [
    "promotion-changed",
    "pull-request-changed",
    "default-branch-moved",
    "discussion-changed",
    "discussion-removed",
    "comment-edited",
    "comment-deleted",
  ],
  slice: "faq",

  async gather(event, { config, reads, now }: { config: FaqConfig; reads: Reads; now: Date }): Promise<Facts> {
    const { repository } = event;
    switch (event.kind) {
      case "pull-request-changed":
        return { found: "concerned", promotions: await reads.faq.promotions(repository, { branch: event.branch }) };
      case "default-branch-moved":
        return { found: "concerned", promotions: await movedUnder(repository, reads) };
      case "discussion-changed":
        if (!changesAnswers.has(event.change) || event.actor.isBot) return { found: "nothing-to-read" };
        return { found: "promotion", facts: await gatherFollow(repository, event.number, { reads, config, now }) };
      case "promotion-changed":
      case "discussion-removed":
      case "comment-edited":
      case "comment-deleted":
        return { found: "promotion", facts: await gatherFollow(repository, event.number, { reads, config, now }) };
      default:
        return unreachable(event);
    }
  },

  decide(event, facts, { config, now }): Plan {
    switch (facts.found) {
      case "nothing-to-read":
        return nothing("it changes no answer");
      case "concerned":
        return lookAtEach(event, facts.promotions);
      case "promotion":
        if (facts.facts === undefined) return nothing("nobody promoted the discussion");
        return decideFollow(event.repository, facts.facts, { config, now });
      default:
        return unreachable(facts);
    }
  },
});

/** Promotions whose file is another on the default branch than when they were proposed. */
async function movedUnder(repository: RepositoryRef, { faq, knowledge }: Reads): Promise<readonly Promotion[]> {
  const proposed = await faq.promotions(repository, { state: "proposed" });
  if (proposed.length === 0) return [];
  const pages = (await knowledge.findPublished(repository))?.pages ?? [];
  const shas = new Map(pages.map(({ path, sha }) => [path, sha]));
  // A file that is not among the docs is not known here; then it is better to look.
  return proposed.filter(({ file, onto }) => onto === undefined || shas.get(file) !== onto);
}

/** Each in the line of its own thread. */
function lookAtEach(
  event: Pick<EventOf<"pull-request-changed" | "default-branch-moved">, "repository"> & { readonly kind: string },
  promotions: readonly Promotion[],
): Plan {
  const { repository } = event;
  if (promotions.length === 0) return nothing("it concerns no promotion");
  return {
    actions: promotions.map(({ number }): Action => ({
      do: "follow-up",
      key: `promotion:${number}`,
      event: { kind: "promotion-changed", repository, number },
    })),
    because: `${promotions.length} promotions may be concerned`,
  };
}
