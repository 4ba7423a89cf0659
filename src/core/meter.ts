/** How a try at a delivery ended. `put-back`: until GitHub, or our own budget of writes, allows it. */
export type HandledAs = "done" | "refused" | "gone" | "put-back" | "failed" | "given-up";

/** How a request to GitHub ended. `no-answer`: the connection broke, or it took too long. */
export type AnsweredAs = "ok" | "refused" | "rate-limited" | "server-error" | "no-answer";

/** What GitHub says is left of an hour's budget. */
export interface PointsLeft {
  /** 0 for what belongs to none. */
  readonly installation: number;
  /** `core` for REST, `graphql`, `search`. */
  readonly resource: string;
  readonly remaining: number;
  /** When it is full again, in milliseconds. */
  readonly resetAt: number;
}

/**
 * What is counted while the app works. Nothing goes in by which a repository or a person could be known: private ones are
 * among them, and whoever reads figures need not be allowed to read those. All spans are in seconds.
 */
export interface Meter {
  /** A delivery came: a webhook, or one of our own. */
  accepted(delivery: string, isNew: boolean): void;
  handled(delivery: string, how: HandledAs, seconds: number): void;
  requestedOfGitHub(api: "rest" | "graphql" | "token", how: AnsweredAs, seconds: number): void;
  pointsLeft(points: PointsLeft): void;
  threadJob(thread: string, isDone: boolean, seconds: number): void;
  webRequest(route: string, status: number, seconds: number): void;
}
