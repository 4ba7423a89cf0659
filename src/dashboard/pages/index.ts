import type { DashboardReads } from "../dashboard-reads.ts";
import type { RepositoryPage, SiteAction, SitePage } from "../page.ts";
import { faq } from "./faq.ts";
import { home } from "./home.ts";
import { delivery } from "./inbox/delivery.ts";
import { inbox } from "./inbox/inbox.ts";
import { settings } from "./settings/settings.ts";
import { retry } from "./inbox/retry.ts";
import { officeHours } from "./office-hours.ts";
import { interviews } from "./interviews.ts";
import { measurePage } from "./measure.ts";
import { overview } from "./overview.ts";
import { requests } from "./requests.ts";
import { search } from "./search.ts";
import { thread } from "./thread.ts";
import { threads } from "./threads.ts";
import { waiting } from "./waiting.ts";

/** Every page about a repository, in the order of the navigation. The first one is what its name leads to. */
export const repositoryPages: readonly RepositoryPage<DashboardReads>[] = [
  overview,
  measurePage,
  waiting,
  threads,
  thread,
  faq,
  requests,
  officeHours,
  search,
  interviews,
  settings,
];

/** Every page of no repository. */
export const sitePages: readonly SitePage<DashboardReads>[] = [home, inbox, delivery];

/** All that can be done by a form. */
export const siteActions: readonly SiteAction<DashboardReads>[] = [retry];
