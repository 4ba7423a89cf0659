import type { GivenFeedback } from "../../core/suggestion.ts";

/** What came of one post. */
export interface Verdict {
  /** Number of the thread. */
  readonly number: number;
  readonly helpful: boolean;
}

/**
 * One verdict a post, newest first: the asker's, whom it was written for, and where the asker said nothing what most
 * of the others said. So a crowd that clicks on one post counts once. A tie is no verdict.
 *
 * `feedback` is newest first; a post is as new as the newest opinion of it.
 */
export function toVerdicts(feedback: readonly GivenFeedback[]): Verdict[] {
  return [...Map.groupBy(feedback, ({ number }) => number)].flatMap(([number, opinions]) => {
    const asker = opinions.find(({ isAsker }) => isAsker);
    const balance = asker
      ? asBalance(asker.helpful)
      : opinions.reduce((sum, { helpful }) => sum + asBalance(helpful), 0);
    return balance === 0 ? [] : [{ number, helpful: balance > 0 }];
  });
}

function asBalance(helpful: boolean): number {
  return helpful ? 1 : -1;
}
