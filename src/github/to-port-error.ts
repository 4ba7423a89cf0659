import { GoneError, RateLimitError, RefusedError, StaleError, UserError, type RefusalReason } from "../core/errors.ts";

/** What was asked of GitHub, for messages a person can act on. */
export interface Asked {
  /** As it follows "could not": `read discussion acme/widgets#12`. */
  readonly doing: string;
  /** The app's permission that this takes: `discussions: write`. */
  readonly needs: string;
  /** Whether it changes something, so that a failure may have come after the work was done. */
  readonly isWrite: boolean;
}

/**
 * Octokit's errors in the words of our ports. GraphQL errors come with status 200 and a `type` each, REST errors with
 * a status; the throttling plugin throws a third shape for exhausted quotas. Request and answer are not attached:
 * they hold people's words and would end in the log.
 */
export function toPortError(error: unknown, asked: Asked, now: Date): unknown {
  if (isPortError(error)) return error;
  const failure = toFailure(error);
  if (!failure) return error;
  const { status, types, message } = failure;
  const could = `Could not ${asked.doing}`;

  if (isRateLimit(failure)) return new RateLimitError(`${could}: ${message}`, retryTime(failure.headers, now));
  if (/resource not accessible by integration/i.test(message)) {
    const lack = `${could}: the app lacks the permission "${asked.needs}" (GitHub says: ${message})`;
    return new RefusedError(lack, "permission");
  }
  const reason = refusalReason(failure);
  if (reason) return new RefusedError(`${could}: GitHub refused it (${codes(failure)}: ${message})`, reason);
  if (isGone(failure)) return new GoneError(`${could}: ${message}`);
  if (types.includes("STALE_DATA")) return new StaleError(`${could}: ${message}`);
  if (status === 401) return new Error(`${could}: GitHub does not accept our credentials (${message})`);
  if (status !== undefined && status >= 500) {
    const outcome = asked.isWrite ? "; whether it was done is unknown" : "";
    return new Error(`${could}${outcome}: ${message}`);
  }
  return new Error(`${could}: GitHub refused it (${codes(failure)}: ${message})`);
}

function codes({ types, status }: Failure): string {
  return [...types, status].filter(Boolean).join(", ");
}

function isPortError(error: unknown): boolean {
  return [GoneError, RateLimitError, RefusedError, StaleError, UserError].some((kind) => error instanceof kind);
}

interface Failure {
  readonly message: string;
  /** Status of the answer; network errors have 500, GraphQL errors none. */
  readonly status: number | undefined;
  /** `errors[].type` of a GraphQL answer. */
  readonly types: readonly string[];
  readonly headers: Headers;
}
type Headers = Readonly<Record<string, unknown>>;

/** What the different errors have in common; undefined for one that is not GitHub's. */
function toFailure(error: unknown): Failure | undefined {
  if (!(error instanceof Error)) return undefined;
  const status = "status" in error && typeof error.status === "number" ? error.status : undefined;
  const response = toRecord("response" in error ? error.response : undefined);
  // GraphqlResponseError has `errors` and `headers` itself, the throttling plugin's error in `data` and `response`.
  const data = toRecord("errors" in error ? error : "data" in error ? error.data : undefined);
  const errors = Array.isArray(data["errors"]) ? data["errors"].map(toRecord) : [];
  if (status === undefined && errors.length === 0) return undefined;
  return {
    status,
    message: errors.map(({ message }) => String(message)).join("; ") || error.message,
    types: errors.flatMap(({ type }) => (typeof type === "string" ? [type] : [])),
    headers: toRecord("headers" in error ? error.headers : response["headers"]),
  };
}

function toRecord(value: unknown): Headers {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/**
 * Whether GitHub would refuse it again. A switched-off part of a repository answers 410 as deleted things do, so that
 * the words have to tell: "Issues are disabled for this repo" (ossf/allstar#64).
 */
function refusalReason({ status, types, message }: Failure): RefusalReason | undefined {
  if (/\bissues (?:are|has been|have been) disabled\b/i.test(message)) return "issues-disabled";
  if (/\barchived\b.*\bread-only\b/i.test(message)) return "archived";
  if (/\bis locked\b/i.test(message)) return "locked";
  if (/does not have the correct permissions/i.test(message)) return "permission";
  return status === 422 || types.includes("UNPROCESSABLE") ? "invalid" : undefined;
}

/** A suspended installation is refused with 403 when it wants a token: octokit/octokit.rb#1307. */
function isGone({ status, types, message }: Failure): boolean {
  if (types.includes("NOT_FOUND") || status === 404 || status === 410) return true;
  return status === 403 && /installation has been suspended/i.test(message);
}

/** The quota's error type is RATE_LIMITED in GitHub's docs and RATE_LIMIT in recent answers: yanyongyu/githubkit#271. */
function isRateLimit({ status, types, message, headers }: Failure): boolean {
  if (types.includes("RATE_LIMITED") || types.includes("RATE_LIMIT") || status === 429) return true;
  if (/\bsecondary rate limit\b|\babuse detection\b/i.test(message)) return true;
  return status === 403 && (headers["retry-after"] !== undefined || headers["x-ratelimit-remaining"] === "0");
}

/**
 * `retry-after` first, then the reset of an empty quota, else a minute:
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately
 */
function retryTime(headers: Headers, now: Date): Date {
  const retryAfter = Number(headers["retry-after"]);
  if (retryAfter > 0) return new Date(now.getTime() + retryAfter * 1000);
  const reset = Number(headers["x-ratelimit-reset"]) * 1000;
  // One second more, since the reset is given in whole seconds.
  if (headers["x-ratelimit-remaining"] === "0" && reset > now.getTime()) return new Date(reset + 1000);
  return new Date(now.getTime() + 60_000);
}
