/** How content an asker was, 1 (not at all) to 5 (very). 4 and 5 are positive. */
export type Rating = 1 | 2 | 3 | 4 | 5;

/** A thread whose asker was asked how content they are: our record of it, one a thread. Plain data; times are ISO 8601. */
export interface Survey {
  /** Number of the discussion. */
  readonly number: number;
  readonly title: string;
  readonly url: string;
  /** Login of the asker, who alone may rate. */
  readonly of: string;
  readonly askedAt: string;
  /** What they said; missing while they have not. */
  readonly rated?: {
    readonly rating: Rating;
    readonly at: string;
    readonly via: "reaction" | "command";
  };
}
