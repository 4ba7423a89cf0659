import type { Logger } from "pino";
import type { compose } from "./compose.ts";
import type { Settings } from "./config/settings.ts";
import type { Clock } from "./core/clock.ts";
import type { ExpiringNames } from "./core/expiring-names.ts";
import type { RepositoryRef } from "./core/discussion.ts";
import type { UserAuthorization } from "./core/user-authorization.ts";
import { endpoints } from "./dashboard/api/index.ts";
import { RepositoryAccess } from "./dashboard/access/repository-access.ts";
import { usualLimits } from "./dashboard/access/request-limits.ts";
import { createDashboard } from "./dashboard/dashboard.ts";
import type { SignIn } from "./dashboard/dashboard-env.ts";
import type { DashboardReads } from "./dashboard/dashboard-reads.ts";
import { repositoryPages, siteActions, sitePages } from "./dashboard/pages/index.ts";
import { Sessions } from "./dashboard/sign-in/sessions.ts";
import { describePlan } from "./pipeline/perform.ts";

/** When whoever may not see a repository's pages learns it: GitHub has mostly told by then who may. */
const deniedAfterMs = 1_000;

/** The dashboard on what the app is composed of. */
export function openDashboard(
  { reads, records, inbox, worker, github, authorization, namesUntil }: Awaited<ReturnType<typeof compose>>,
  {
    settings,
    isPublic,
    clock,
    log,
  }: {
    readonly settings: Settings;
    readonly isPublic: (repository: RepositoryRef) => Promise<boolean>;
    readonly clock: Clock;
    readonly log: Logger;
  },
): ReturnType<typeof createDashboard> {
  const dashboardReads: DashboardReads = {
    ...reads,
    describePlan,
    inbox: {
      list: (filter) => inbox.list(filter),
      show: (id) => inbox.show(id),
      counts: () => inbox.counts(),
      retry: async (id, now) => {
        const isBack = await inbox.retry(id, now);
        if (isBack) worker.wake();
        return isBack;
      },
    },
  };
  return createDashboard(
    { site: sitePages, actions: siteActions, repository: repositoryPages, api: endpoints },
    {
      reads: dashboardReads,
      access: new RepositoryAccess({ records, github: github.reads, isPublic, clock, log }),
      signIn: authorization && openSignIn(authorization, settings, { clock, namesUntil }),
      ...(settings.publicUrl !== undefined && { publicUrl: settings.publicUrl }),
      limits: { ...usualLimits, trustedProxies: settings.trustedProxies ?? 0 },
      deniedAfterMs,
      clock,
      log,
    },
  );
}

function openSignIn(
  authorization: UserAuthorization,
  { signIn, publicUrl, operators = [] }: Settings,
  { clock, namesUntil }: { readonly clock: Clock; readonly namesUntil: (kind: string) => ExpiringNames },
): SignIn | undefined {
  if (!signIn || publicUrl === undefined) return undefined;
  const ended = namesUntil("ended session");
  const sessions = new Sessions({ secret: signIn.clientSecret, operators, clock, ended });
  return { publicUrl, authorization, sessions, usedStates: namesUntil("used sign-in") };
}
