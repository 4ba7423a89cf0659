/** An account on GitHub. */
export interface Account {
  /** GitHub's numeric id. */
  readonly id: number;
  readonly login: string;
}

/** What has to be remembered between sending somebody to GitHub and their return. */
export interface PendingAuthorization {
  /** Tells their return from anybody else's. */
  readonly state: string;
  /** Proves that whoever fetches the token is who asked for it (PKCE, RFC 7636). */
  readonly verifier: string;
}

/** Lets people prove who they are on GitHub. No token of theirs is kept. */
export interface UserAuthorization {
  /** Where a browser is sent to be asked, which then comes back to `callback`. */
  begin(callback: string): Promise<PendingAuthorization & { readonly url: string }>;
  /**
   * Who came back with this query. Rejects with `AuthorizationError` where it is not what was begun, where they or GitHub
   * said no, or where GitHub does not answer.
   */
  finish(callback: string, query: URLSearchParams, pending: PendingAuthorization): Promise<Account>;
}

/**
 * Why nobody is signed in. `denied`: the person said no. `mismatch`: what came back is not what was begun. `refused`: the
 * code or our credentials are not what GitHub wants. `unavailable`: GitHub gave no answer that can be understood.
 */
export type AuthorizationProblem = "denied" | "mismatch" | "refused" | "unavailable";

export class AuthorizationError extends Error {
  override name = "AuthorizationError";
  readonly problem: AuthorizationProblem;

  constructor(problem: AuthorizationProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.problem = problem;
  }
}
