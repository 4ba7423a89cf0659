import type { PastThread } from "../../core/discussion.ts";
import type { RelatedAnswersConfig } from "../../features/related-answers/config.ts";
import { whyNotWatched } from "../../features/related-answers/why-silent.ts";

export interface Selection {
  readonly since?: Date | undefined;
  /** The first moment that is too late. */
  readonly until?: Date | undefined;
  /** So many of the newest. */
  readonly limit?: number | undefined;
}

/** The threads that are replayed as questions: those to which the app would have suggested answers when they were opened. */
export function selectQuestions(
  threads: readonly PastThread[],
  config: RelatedAnswersConfig,
  { since, until, limit }: Selection,
): ReadonlySet<PastThread> {
  const wanted = threads
    .filter((thread) => {
      const { author, createdAt } = thread;
      const isInTime = (!since || createdAt >= since) && (!until || createdAt < until);
      return isInTime && author?.isBot !== true && whyNotWatched(thread, config) === undefined;
    })
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || a.number - b.number);
  return new Set(limit === undefined ? wanted : wanted.slice(-limit));
}
