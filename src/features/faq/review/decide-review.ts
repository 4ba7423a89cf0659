import type { RepositoryRef } from "../../../core/discussion.ts";
import type { EntryEvidence } from "../store/faq-records.ts";
import { nothing } from "../../../core/plan.ts";
import type { FaqAction, FaqPlan } from "../actions/faq-actions.ts";
import { faqLists, faqReview, reviewTitle } from "../messages/review-issue.ts";
import type { FaqConfig } from "../config.ts";
import type { Candidate, ReviewFacts } from "./gather-review.ts";
import { judgeEntry } from "./judge-entry.ts";
import type { Locale } from "../../../core/language.ts";

/** A review issue that lists more is one that nobody reads. */
const maxListed = 50;
const maxOffered = 20;

/**
 * Stores the evidence of all entries, hides the stale ones from suggestions (or has them suggested with a warning, by the
 * config), and updates the review issue. A stale entry and an answer worth
 * promoting are news once; whatever is on the list stays on it until it is dealt with.
 */
export function decideReview(
  repository: RepositoryRef,
  facts: ReviewFacts,
  config: FaqConfig,
  locale: Locale,
): FaqPlan {
  const { cases, outOfSync } = facts;
  const evidence = cases.map((it) => judgeEntry(it, locale));
  const stale = evidence.filter((it) => it.stale.length > 0);
  const hidden = config.stale === "hide" ? stale.map(({ item }) => item) : [];
  const actions: FaqAction[] = [
    { do: "keep-evidence", repository, evidence },
    { do: "mark-stale", repository, items: hidden },
    ...(config.review === "issue" ? writeReview(repository, facts, stale, { config, locale }) : []),
    ...outOfSync.map(({ number }): FaqAction => ({
      do: "follow-up",
      key: `promotion:${number}`,
      event: { kind: "promotion-changed", repository, number },
    })),
  ];
  if (cases.length === 0 && actions.length === 2) return nothing("there is no FAQ");
  return { actions, because: `${stale.length} of ${cases.length} entries are stale` };
}

function writeReview(
  repository: RepositoryRef,
  { cases, candidates, review, edited }: ReviewFacts,
  stale: readonly EntryEvidence[],
  { config, locale }: { readonly config: FaqConfig; readonly locale: Locale },
): FaqAction[] {
  const offers = worthPromoting(candidates, new Set(review?.offered), config["suggest-after"]);
  const isStaleNews = stale.some(({ item }) => !review?.listed.includes(item));
  const isOfferNews = offers.some(({ number }) => !review?.offered.includes(number));
  const edits = edited.map(({ number, edited: it }) => `edited:${number}:${it?.at ?? ""}`);
  const isEditNews = edits.some((it) => !review?.listed.includes(it));
  if (review === undefined && !isStaleNews && !isOfferNews && !isEditNews) return [];
  const byItem = new Map(cases.map((it) => [it.entry.item.id, it]));
  const listed = stale.slice(0, maxListed).flatMap(({ item, stale: reasons }) => {
    const it = byItem.get(item);
    return it === undefined ? [] : [{ entry: it.entry, counts: it.counts, reasons }];
  });
  const more = stale.length - listed.length;
  const contents = { stale: listed, more, offers, entries: cases.length, edited };
  const isAsked = config["suggest-by"] === "comment";
  const newOffers = isAsked ? offers.filter(({ number }) => !review?.offered.includes(number)) : [];
  return [
    ...newOffers.map(({ number }): FaqAction => ({
      do: "follow-up",
      key: `offer-promotion:${number}`,
      event: { kind: "offer-promotion", repository, number },
    })),
    {
      do: "write-review",
      repository,
      title: reviewTitle(locale),
      body: faqReview(contents)(locale),
      lists: listed.length + offers.length + edited.length === 0 ? "" : faqLists(contents, "####")(locale),
      isNews: isStaleNews || isOfferNews || isEditNews,
      locale,
      listed: [...stale.map(({ item }) => item), ...edits],
      offered: [...new Set([...(review?.offered ?? []), ...offers.map(({ number }) => number)])],
    },
  ];
}

/** Candidates with enough links, finds and votes, and those that were offered before; best first. */
function worthPromoting(candidates: readonly Candidate[], offered: ReadonlySet<number>, enough: number): Candidate[] {
  const weigh = ({ links, found, votes }: Candidate) => links + found + votes;
  return candidates
    .filter((it) => weigh(it) >= enough || offered.has(it.number))
    .toSorted((a, b) => weigh(b) - weigh(a) || a.number - b.number)
    .slice(0, maxOffered);
}
