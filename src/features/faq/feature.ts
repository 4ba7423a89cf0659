import type { Discussion, RepositoryRef } from "../../core/discussion.ts";
import { unreachable } from "../../core/errors.ts";
import { nothing } from "../../core/plan.ts";
import { faqActions, type FaqAction, type FaqPlan } from "./actions/faq-actions.ts";
import { promoteFaq } from "./commands/promote-faq.ts";
import { retire } from "./commands/retire.ts";
import { verify } from "./commands/verify.ts";
import type { FaqConfig } from "./config.ts";
import { worthAnEntry } from "./messages/thread-section.ts";
import { decideFollow } from "./promotion/decide-follow.ts";
import { gatherFollow, type FollowFacts } from "./promotion/gather-follow.ts";
import type { Promotion } from "./promotion/promotion.ts";
import type { ReadsWithFaq } from "./reads.ts";
import { decideReview } from "./review/decide-review.ts";
import { gatherReview, type ReviewFacts } from "./review/gather-review.ts";
import { FaqStore } from "./store/faq-store.ts";
import { feature } from "../feature.ts";
import { localeOf, type LanguageSettings } from "../../words/locale-of.ts";
import type { SharedSettings } from "../../config/shared.ts";

type Facts =
  | { readonly found: "nothing-to-read" }
  /** Promotions that something has happened to, and whether the review issue may have changed with it. */
  | { readonly found: "concerned"; readonly promotions: readonly Promotion[]; readonly isReviewed: boolean }
  | { readonly found: "promotion"; readonly facts: FollowFacts | undefined }
  | { readonly found: "review"; readonly facts: ReviewFacts }
  /** A discussion that is offered; undefined where it is gone, or promoted by now. */
  | { readonly found: "offer"; readonly discussion: Discussion | undefined };

/** Changes of a thread after which its answer may be another, or none. */
const changesAnswers: ReadonlySet<string> = new Set(["answered", "unanswered", "labeled", "unlabeled"]);

/** Keeps what was promoted, its pull requests and its threads in line with each other, and entries fresh. */
export const faq = feature({
  name: "faq",
  summary:
    "Follows promoted answers: tells the thread what becomes of its pull request, proposes a change when the answer changes, and lists which entries are stale and which answers are worth an entry.",
  on: [
    "promotion-changed",
    "pull-request-changed",
    "default-branch-moved",
    "discussion-changed",
    "discussion-removed",
    "comment-edited",
    "comment-deleted",
    "review-faq",
    "offer-promotion",
  ],
  slice: "faq",
  commands: [promoteFaq, verify, retire],
  actions: faqActions,
  openStores: (database) => ({ faq: new FaqStore(database) }),
  schedules: [{ every: ["start", "day"], event: (repository) => ({ kind: "review-faq", repository }) }],

  async gather(
    event,
    { config, shared, reads, now }: { config: FaqConfig; shared: SharedSettings; reads: ReadsWithFaq; now: Date },
  ): Promise<Facts> {
    const { repository } = event;
    const { faq: store } = reads;
    const context = { reads, config, now, language: shared };
    switch (event.kind) {
      case "review-faq":
        return { found: "review", facts: await gatherReview(repository, { reads, config, now }) };
      case "offer-promotion": {
        const earlier = await store.findPromotion(repository, event.number);
        const discussion = earlier ? undefined : await reads.github.findDiscussion(repository, event.number);
        return { found: "offer", discussion };
      }
      case "pull-request-changed": {
        const promotions = await store.promotions(repository, { branch: event.branch });
        return { found: "concerned", promotions, isReviewed: false };
      }
      case "default-branch-moved": {
        const review = await store.findReview(repository);
        return {
          found: "concerned",
          promotions: await movedUnder(repository, reads),
          isReviewed: review !== undefined,
        };
      }
      case "discussion-changed":
        if (!changesAnswers.has(event.change) || event.actor.isBot) return { found: "nothing-to-read" };
        return { found: "promotion", facts: await gatherFollow(repository, event.number, context) };
      case "promotion-changed":
      case "discussion-removed":
      case "comment-edited":
      case "comment-deleted":
        return { found: "promotion", facts: await gatherFollow(repository, event.number, context) };
      default:
        return unreachable(event);
    }
  },

  decide({ repository }, facts, { config, shared }): FaqPlan {
    switch (facts.found) {
      case "nothing-to-read":
        return nothing("it changes no answer");
      case "concerned":
        return followUpEach(repository, facts.promotions, facts.isReviewed);
      case "offer":
        return offer(repository, facts.discussion, shared);
      case "review":
        return decideReview(repository, facts.facts, config, localeOf(shared));
      case "promotion":
        if (facts.facts === undefined) return nothing("nobody promoted the discussion");
        return decideFollow(repository, facts.facts, { config });
      default:
        return unreachable(facts);
    }
  },
});

/** Once, as a part of our one comment there. */
function offer(repository: RepositoryRef, discussion: Discussion | undefined, language: LanguageSettings): FaqPlan {
  if (!discussion?.answer) return nothing("the discussion is gone, promoted, or has no answer any more");
  const { id, number } = discussion;
  return {
    actions: [
      {
        do: "say",
        repository,
        discussion: id,
        number,
        section: "faq",
        body: worthAnEntry(localeOf(language, discussion)),
      },
    ],
    because: "much speaks for an entry in the FAQ",
  };
}

/** Promotions whose file is another on the default branch than when they were proposed. */
async function movedUnder(repository: RepositoryRef, { faq, knowledge }: ReadsWithFaq): Promise<readonly Promotion[]> {
  const proposed = await faq.promotions(repository, { state: "proposed" });
  if (proposed.length === 0) return [];
  const pages = (await knowledge.findPublished(repository))?.pages ?? [];
  const shas = new Map(pages.map(({ path, sha }) => [path, sha]));
  // The store knows no blob id of a file outside of the docs, so its promotions are compared each time.
  return proposed.filter(({ file, onto }) => onto === undefined || shas.get(file) !== onto);
}

/** One follow-up for each promotion, under the order key of its thread, and one for the review. */
function followUpEach(repository: RepositoryRef, promotions: readonly Promotion[], isReviewed: boolean): FaqPlan {
  if (promotions.length === 0 && !isReviewed) return nothing("it concerns no promotion");
  const each = promotions.map(({ number }): FaqAction => ({
    do: "follow-up",
    key: `promotion:${number}`,
    event: { kind: "promotion-changed", repository, number },
  }));
  const review: FaqAction[] = isReviewed
    ? [{ do: "follow-up", key: "review-faq", event: { kind: "review-faq", repository } }]
    : [];
  return { actions: [...each, ...review], because: `${promotions.length} promotions may be concerned` };
}
