/**
 * What GitHub says when it refuses. Acts throw a `GitHubError`; GraphQL answers 200 with `errors[].type`,
 * REST answers `restStatus` with the message.
 */

/** Types GitHub puts beside the message of a GraphQL error. */
export type GitHubErrorType =
  | "NOT_FOUND"
  | "FORBIDDEN"
  | "UNPROCESSABLE"
  | "STALE_DATA"
  | "RATE_LIMITED"
  | "MISSING_PAGINATION_BOUNDARIES"
  | "EXCESSIVE_PAGINATION"
  | "INVALID_CURSOR_ARGUMENTS"
  | "ARGUMENT_LIMIT"
  | "INSUFFICIENT_SCOPES"
  /** Ours alone: this GitHub does not do what was asked. Never a silent null. */
  | "NOT_EMULATED";

/** One entry of `errors` in a REST 422. */
export interface ValidationDetail {
  readonly resource: string;
  readonly field?: string;
  readonly code: "missing" | "missing_field" | "invalid" | "already_exists" | "unprocessable" | "custom";
  readonly message?: string;
  readonly value?: unknown;
}

/** A refusal as GitHub words it. */
export class GitHubError extends Error {
  override readonly name = "GitHubError";
  readonly type: GitHubErrorType;
  readonly restStatus: number;
  /** For REST 422. */
  readonly details: readonly ValidationDetail[];
  /** For GraphQL's `extensions`. */
  readonly extensions: Readonly<Record<string, unknown>> | undefined;

  constructor(
    type: GitHubErrorType,
    message: string,
    restStatus: number,
    more: {
      readonly details?: readonly ValidationDetail[];
      readonly extensions?: Readonly<Record<string, unknown>>;
    } = {},
  ) {
    super(message);
    this.type = type;
    this.restStatus = restStatus;
    this.details = more.details ?? [];
    this.extensions = more.extensions;
  }
}

/** How an error reads, and where that wording was seen in public. `{name}` is filled in. */
export interface ErrorText {
  readonly type: GitHubErrorType;
  readonly restStatus: number;
  readonly text: string;
  /** A link to where the wording can be seen, `unverified`, or `ours` where GitHub says nothing alike. Listed by the conformance tests. */
  readonly source: string;
}
