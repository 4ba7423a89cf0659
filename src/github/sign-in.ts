import type { RepositoryRef } from "../core/discussion.ts";

/** How we sign in to GitHub: as an App, or by a token that somebody gave us for one repository. */
export type SignIn = AppCredentials | RepositoryToken;

/** The App's own, from which it gets a token for each installation. */
export interface AppCredentials {
  readonly appId: number | string;
  /** PEM. */
  readonly privateKey: string;
}

/**
 * The token of an installation for one repository, such as the `GITHUB_TOKEN` of a workflow. It is used for everything,
 * and the repository is all there is; its `installation` is whatever it was given here.
 */
export interface RepositoryToken {
  readonly token: string;
  readonly repository: RepositoryRef;
}
