import type { RepositoryRef } from "../../core/discussion.ts";
import type { Hit, Question } from "../../core/knowledge.ts";
import type { Reads } from "../../core/reads.ts";
import type { FittedThreshold, GivenFeedback, ThresholdInForce } from "../../core/suggestion.ts";
import { feedbackSince, maxVerdicts, thresholdInForce } from "../../search/feedback/threshold.ts";
import { toVerdicts } from "../../search/feedback/verdicts.ts";
import { chooseHits, markStale, preferEntries, type Choice } from "./choose-hits.ts";
import type { RelatedAnswersConfig } from "./config.ts";

/** Hits of which the best few are chosen. */
const maxHits = 10;

/** Opinions read for the threshold: several may be about one post. */
const maxOpinions = 10 * maxVerdicts;

/** What an answer to a question follows from. */
export interface FoundAnswers {
  /** Best first. */
  readonly hits: readonly Hit[];
  /** The repository's own threshold, and what people thought of its posts, newest first: asked for where it is `auto`. */
  readonly fitted: FittedThreshold | undefined;
  readonly feedback: readonly GivenFeedback[];
}

/** What is read for it. */
export interface AnswerReads extends Pick<Reads, "finder" | "records"> {
  /** The ids of items that are stale FAQ entries. */
  readonly faq: { staleEntries(repository: RepositoryRef): Promise<ReadonlySet<string>> };
}

/** Asks the finder, and reads what the threshold follows from. */
export async function findAnswers(
  repository: RepositoryRef,
  question: Question,
  {
    config: { threshold },
    reads: { finder, records, faq },
    now,
  }: {
    readonly config: Pick<RelatedAnswersConfig, "threshold">;
    readonly reads: AnswerReads;
    readonly now: Date;
  },
): Promise<FoundAnswers> {
  const fitted = threshold === "auto" ? await records.findThreshold(repository) : undefined;
  const since = feedbackSince({ fitted }, now);
  const [hits, feedback] = await Promise.all([
    finder.find(repository, question, maxHits),
    threshold === "auto" ? records.feedback(repository, { since, limit: maxOpinions }) : [],
  ]);
  const isFaq = hits.some(({ item }) => item.kind === "faq");
  const marked = isFaq ? markStale(hits, await faq.staleEntries(repository)) : hits;
  return { hits: preferEntries(marked), fitted, feedback };
}

/** What of it is good enough to be posted, and why. */
export function chooseAnswers(
  { hits, fitted, feedback }: FoundAnswers,
  { threshold: configured, limit }: Pick<RelatedAnswersConfig, "threshold" | "limit">,
): { readonly threshold: ThresholdInForce; readonly choice: Choice } {
  const threshold = thresholdInForce({ configured, fitted }, toVerdicts(feedback));
  return { threshold, choice: chooseHits(hits, threshold, limit) };
}
