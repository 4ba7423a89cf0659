import { english, type Locale, type Text } from "./language.ts";

/**
 * The person asked for something we cannot do. It is posted as it stands, in the language of the thread: what happened,
 * what to do, who may. `message` says it in English, for the log and for pages.
 */
export class UserError extends Error {
  override name = "UserError";
  readonly #text: string | Text;

  constructor(text: string | Text, options?: ErrorOptions) {
    super(typeof text === "string" ? text : text(english), options);
    this.#text = text;
  }

  /** What the person reads. */
  in(locale: Locale): string {
    return typeof this.#text === "string" ? this.#text : this.#text(locale);
  }
}

/** What we read has changed since. Everything is gathered and decided again. */
export class StaleError extends Error {
  override name = "StaleError";
}

/** The thing we wanted to read or write is gone (deleted, transferred away, or never visible to us). Not worth a retry. */
export class GoneError extends Error {
  override name = "GoneError";
}

/**
 * GitHub refuses, and will until somebody changes a right, a setting, or what was asked: not worth a retry. `reason` is
 * for telling it to the person whose wish it was; the message names the right or what GitHub said, for the operator.
 */
export class RefusedError extends Error {
  override name = "RefusedError";
  readonly reason: RefusalReason;

  constructor(message: string, reason: RefusalReason, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

/** GitHub had an error of its own, does not accept our credentials, or refused in a way that has no name here. May be tried again. */
export class GitHubError extends Error {
  override name = "GitHubError";
}

/** GitHub did what it was asked, and left out parts of it without a word. `what` names them, for whoever asked. */
export class NotSetError extends RefusedError {
  override name = "NotSetError";
  readonly what: readonly string[];

  constructor(what: readonly string[]) {
    super(`GitHub did not set ${what.join(", ")}`, "permission");
    this.what = what;
  }
}

/**
 * `blocked`: the app is blocked, or who may take part is limited for now. `protected`: a rule of the branch.
 * `organization-policy`: IP allow list, single sign-on, app restrictions. `forbidden`: any other 403. `invalid`: GitHub
 * does not accept the values.
 */
export type RefusalReason =
  | "permission"
  | "issues-disabled"
  | "archived"
  | "locked"
  | "blocked"
  | "protected"
  | "organization-policy"
  | "forbidden"
  | "invalid";

/** Our lease of a delivery ran out and it was taken over or ended by another: whoever gets this stops working on it. */
export class LeaseLostError extends Error {
  override name = "LeaseLostError";
}

/** GitHub told us to wait. The delivery is put back until `retryAt`; nothing sleeps in the process. */
export class RateLimitError extends Error {
  override name = "RateLimitError";
  readonly retryAt: Date;
  /** Whether whatever else is done for that installation would be told the same. */
  readonly isForAll: boolean;

  constructor(message: string, retryAt: Date, { isForAll = false, ...options }: RateLimitOptions = {}) {
    super(message, options);
    this.retryAt = retryAt;
    this.isForAll = isForAll;
  }
}

/** What it takes is only just being read. The delivery is put back until `retryAt`, which is no failure. */
export class NotReadyError extends Error {
  override name = "NotReadyError";
  readonly retryAt: Date;

  constructor(message: string, retryAt: Date) {
    super(message);
    this.retryAt = retryAt;
  }
}

interface RateLimitOptions extends ErrorOptions {
  readonly isForAll?: boolean;
}

/** For the `default:` of a switch over a union: a new case that nobody handles does not compile. */
export function unreachable(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
