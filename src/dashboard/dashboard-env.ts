import type { Context } from "hono";
import type { Clock } from "../core/clock.ts";
import type { ExpiringNames } from "../core/expiring-names.ts";
import type { Log } from "../core/log.ts";
import type { UserAuthorization } from "../core/user-authorization.ts";
import type { RepositoryAccess } from "./access/repository-access.ts";
import type { LimitOptions } from "./access/request-limits.ts";
import type { Viewer } from "./page.ts";
import type { Session, Sessions } from "./sign-in/sessions.ts";

/** How people sign in; missing where the operator has not set it up. */
export interface SignIn {
  readonly sessions: Sessions;
  readonly authorization: UserAuthorization;
  /** Sign-ins that were used, in whichever process: each counts once. */
  readonly usedStates: ExpiringNames;
  /** Where people reach this server, without a slash at the end. */
  readonly publicUrl: string;
}

/** What the dashboard is handed. */
export interface DashboardDeps<Reading> {
  readonly reads: Reading;
  readonly access: RepositoryAccess;
  readonly signIn: SignIn | undefined;
  /** Where people reach this server; missing where the operator has not told. */
  readonly publicUrl?: string;
  readonly limits: LimitOptions;
  /** When those learn that there is nothing for them who ask for a repository's page, in milliseconds after they asked. */
  readonly deniedAfterMs: number;
  readonly clock: Clock;
  readonly log: Log;
}

/** What Hono carries along a request. */
export interface DashboardEnv {
  readonly Variables: {
    session: Session | undefined;
    viewer: Viewer | undefined;
  };
}

export type DashboardRequest = Context<DashboardEnv>;
