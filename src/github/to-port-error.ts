import { GitHubError, GoneError, RateLimitError, RefusedError, StaleError, UserError } from "../core/errors.ts";
import { toGitHubFailure, type GitHubFailure } from "./github-failure.ts";
import { rateLimitEnd } from "./rate-limit-end.ts";
import { refusalReason } from "./refusal-reason.ts";

/** What is done on GitHub, for messages a person can act on. */
export interface GitHubOperation {
  /** As it follows "could not": `read discussion acme/widgets#12`. */
  readonly doing: string;
  /** The app's permission that this takes: `discussions: write`. */
  readonly needs: string;
  /** Whether it changes something, so that a failure may have come after the work was done. */
  readonly isWrite: boolean;
}

/** Octokit's errors in the words of our ports. Request and answer are not attached: they hold people's words. */
export function toPortError(error: unknown, operation: GitHubOperation, now: Date): unknown {
  if (isPortError(error)) return error;
  const failure = toGitHubFailure(error);
  if (!failure) return error;
  const { status, types, message } = failure;
  const could = `Could not ${operation.doing}`;

  const retryAt = rateLimitEnd(failure, now);
  if (retryAt) return new RateLimitError(`${could}: ${message}`, retryAt);
  if (isGone(failure)) return new GoneError(`${could}: ${message}`);
  if (types.includes("STALE_DATA")) return new StaleError(`${could}: ${message}`);
  const reason = refusalReason(failure);
  if (reason === "permission") {
    const lack = `the app lacks the permission "${lackedPermission(message, operation)}"`;
    return new RefusedError(`${could}: ${lack} (GitHub says: ${message})`, reason);
  }
  if (reason) return new RefusedError(`${could}: GitHub refused it (${codes(failure)}: ${message})`, reason);
  if (status === 401) return new GitHubError(`${could}: GitHub does not accept our credentials (${message})`);
  if (status !== undefined && status >= 500) {
    const outcome = operation.isWrite ? "; whether it was done is unknown" : "";
    return new GitHubError(`${could}${outcome}: ${message}`);
  }
  return new GitHubError(`${could}: GitHub refused it (${codes(failure)}: ${message})`);
}

/** GitHub names the one for workflows itself, whatever was to be done. */
function lackedPermission(message: string, { needs }: GitHubOperation): string {
  return /\bworkflows\b/i.test(message) ? "workflows: write" : needs;
}

function codes({ types, status }: GitHubFailure): string {
  return [...types, status].filter(Boolean).join(", ");
}

function isPortError(error: unknown): boolean {
  return [GoneError, RateLimitError, RefusedError, StaleError, UserError].some((kind) => error instanceof kind);
}

/**
 * A suspended installation is refused with 403 when it wants a token (octokit/octokit.rb#1307). A repository that GitHub
 * took down is 403 or 451 "Repository access blocked". A switched-off part of a repository
 * answers 410 as deleted things do; only of issues there is something to tell a person.
 */
function isGone({ status, types, message }: GitHubFailure): boolean {
  if (/\bissues (?:are|has been|have been) disabled\b/i.test(message)) return false;
  if (types.length > 0 && types.every((type) => type === "NOT_FOUND")) return true;
  if (status === 404 || status === 410 || status === 451) return true;
  return status === 403 && /installation has been suspended|repository access blocked/i.test(message);
}
