/** How content an asker was, 1 (not at all) to 5 (very). 4 and 5 are positive. */
export type Rating = 1 | 2 | 3 | 4 | 5;

/**
 * A thread whose asker was asked how content they are, or who said so unasked: one a thread. A question that was taken out
 * before it was answered, since the thread went on, is none. Plain data; times are ISO 8601.
 */
export interface Survey {
  /** Number of the discussion. */
  readonly number: number;
  readonly title: string;
  readonly url: string;
  /** Login of the asker, who alone may rate. */
  readonly of: string;
  /** When they were asked last; where they never were, when they rated. */
  readonly askedAt: string;
  /** They rated without having been asked: a rating like others, and nothing that a response rate is made of. */
  readonly isUnasked?: true;
  /** What they said; missing while they have not. */
  readonly rated?: {
    readonly rating: Rating;
    readonly at: string;
    readonly via: "reaction" | "command";
  };
}
