import type { Hono } from "hono";
import type { ApiEndpoint } from "./api/endpoint.ts";
import { findVisible } from "./access/find-visible.ts";
import type { Visible } from "./access/repository-access.ts";
import type { DashboardDeps, DashboardEnv, DashboardRequest } from "./dashboard-env.ts";
import { UserError } from "../core/errors.ts";
import { fullName } from "../core/repository-name.ts";
import type { NavEntry } from "./frame/layout.ts";
import { badQuery } from "./frame/messages.ts";
import type { CountRequest } from "./guards.ts";
import { repositoryPath } from "./links.ts";
import { pageContext } from "./page-context.ts";
import type { RepositoryPage, SiteAction, SiteContext, SitePage } from "./page.ts";
import { showNotFound, showPage } from "./respond.ts";

/** All that is declared. */
export interface DeclaredPages<Reading> {
  readonly site: readonly SitePage<Reading>[];
  readonly actions: readonly SiteAction<Reading>[];
  readonly repository: readonly RepositoryPage<Reading>[];
  /** What programs can ask. */
  readonly api?: readonly ApiEndpoint<Reading>[];
}

/** Makes routes of what is declared: each is asked for, and only then made, where whoever asks may see it. */
export function routePages<Reading>(
  app: Hono<DashboardEnv>,
  pages: DeclaredPages<Reading>,
  deps: RepositoryDeps<Reading>,
): void {
  for (const page of pages.site) {
    app.get(page.path, async (c) => {
      const isFor = page.audience === "everybody" || c.var.viewer?.isOperator === true;
      const rendered = isFor ? await page.render(siteContext(c, deps)) : undefined;
      return rendered ? showPage(c, deps, rendered) : showNotFound(c, deps);
    });
  }
  for (const action of pages.actions) {
    app.post(action.path, async (c) => {
      const to = c.var.viewer?.isOperator ? await action.act(siteContext(c, deps)) : undefined;
      return to === undefined ? showNotFound(c, deps) : c.redirect(to, 303);
    });
  }
  for (const page of pages.repository) {
    app.get(`/:owner/:name${page.path}`, (c) => showRepositoryPage(c, page, pages.repository, deps));
  }
}

type RepositoryDeps<Reading> = DashboardDeps<Reading> & { readonly count: CountRequest };

/** A page about a repository, for whoever may see it, in the frame of that repository. */
async function showRepositoryPage<Reading>(
  c: DashboardRequest,
  page: RepositoryPage<Reading>,
  pages: readonly RepositoryPage<Reading>[],
  deps: RepositoryDeps<Reading>,
): Promise<Response> {
  const visible = await findVisible(c, deps, page.audience);
  if (!visible) return showNotFound(c, deps);
  const refused = page.cost === undefined ? undefined : await deps.count(c, page.cost - 1);
  if (refused) return refused;
  const { repository } = visible;
  const nav = navOf(page, pages, visible, c.var.viewer?.isOperator ?? false);
  const place = { repository: { name: fullName(repository), path: repositoryPath(repository), nav } };
  try {
    const rendered = await page.render(pageContext(c, visible, deps));
    return await (rendered ? showPage(c, deps, { ...rendered, ...place }) : showNotFound(c, deps));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { status, ...message } = badQuery(error.message);
    return showPage(c, deps, { ...message, ...place }, status);
  }
}

function siteContext<Reading>(c: DashboardRequest, deps: DashboardDeps<Reading>): SiteContext<Reading> {
  const { session, viewer } = c.var;
  return {
    viewer,
    params: c.req.param(),
    query: new URL(c.req.url).searchParams,
    reads: deps.reads,
    now: deps.clock(),
    formToken: session && deps.signIn?.sessions.formToken(session),
    hasSignIn: deps.signIn !== undefined,
    visibleRepositories: () => deps.access.list(viewer),
  };
}

/** The pages that the viewer may see, in the order of the list. */
function navOf(
  shown: RepositoryPage,
  pages: readonly RepositoryPage[],
  { repository, isHelper }: Visible,
  isOperator: boolean,
): NavEntry[] {
  const may = { reader: true, helper: isHelper, operator: isOperator };
  return pages.flatMap((it) => {
    if (it.nav === undefined || !may[it.audience]) return [];
    const isCurrent = it === shown || shown.path.startsWith(`${it.path || "/overview"}/`);
    return [{ label: it.nav, href: repositoryPath(repository, it.path), isCurrent }];
  });
}
