/**
 * What is left of GitHub's limits to one installation, as we reckon it. Times are milliseconds since 1970; one that is
 * missing is past.
 */
export interface BudgetState {
  /** When each bucket will be full again. */
  readonly fullAt: Partial<Readonly<Record<BucketName, number>>>;
  /** Until when GitHub wants us to wait, by what it wants us to wait with. */
  readonly heldUntil: Partial<Readonly<Record<Held, number>>>;
  /** Limits that GitHub called out by itself, and that no success has ended yet. */
  readonly limited: Partial<Readonly<Record<Callable, Limited>>>;
  /** Whose turn it is to write, and until when if nobody hears of them again. */
  readonly turn?: { readonly holder: string; readonly until: number };
  /** When it was changed last. */
  readonly at: number;
}

/**
 * `minute` and `hour` count writes, since GitHub limits new content by both; `rest` and `graphql` count the points of
 * the limit on requests in a minute.
 */
export type BucketName = "minute" | "hour" | "rest" | "graphql";

/** The two interfaces, whose quotas of an hour are counted apart. */
export type Resource = "rest" | "graphql";

/** Limits that are called out without a quota to tell them by: on new content, and on how fast anything is asked. */
export type Callable = "writes" | "requests";

/** All requests, writes alone, or those of an interface whose quota is spent. */
export type Held = Callable | Resource;

/** How often in a row a limit was called out, and until when an answer is awaited that tells whether it is over. */
export interface Limited {
  readonly times: number;
  readonly probeUntil?: number;
}

/** What a step makes of a budget: another state, or none where it stays as it is, and what it found. */
export interface BudgetStep<Result> {
  readonly state?: BudgetState;
  readonly result: Result;
}

/**
 * The budgets of all installations, shared by whoever asks GitHub for something: all workers of a process, and all
 * processes on a database.
 */
export interface GitHubBudgets {
  /**
   * Changes a budget in one step that nobody comes between. `step` is pure, and may be called more than once. `lane` is
   * an installation's number, or `app`.
   */
  change<Result>(lane: string, step: (before: BudgetState) => BudgetStep<Result>): Promise<Result>;
}

/** A budget that nobody has used. */
export const freshBudget: BudgetState = { fullAt: {}, heldUntil: {}, limited: {}, at: 0 };
