/** For how many days what is kept, as the operator wants it. What is missing is kept as long as its repository is served. */
export interface Retention {
  /** What deliveries said, after they were done. */
  readonly deliveries: number;
  /** What is known of discussions, after they were closed. */
  readonly threads?: number;
  /** What askers wrote beside their ratings, and what was noted of talks with them. */
  readonly words?: number;
}

/** As it was before there was a choice. */
export const usualRetention: Retention = { deliveries: 14 };

/**
 * How long at least it is known which deliveries there were, in days: by that a webhook that is told twice is known again.
 * GitHub sends one again for three days, and whoever keeps a signed body for as long as they like.
 */
export const knownDeliveriesDays = 14;

/** Records that are to be forgotten, by when they were ended (ISO 8601). */
export type OldRecords =
  /** What deliveries said that are done; that they were there stays. */
  | { readonly of: "deliveries"; readonly before: string }
  | { readonly of: "closed-threads"; readonly before: string }
  | { readonly of: "private-words"; readonly before: string };
