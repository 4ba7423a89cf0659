import type { Visible } from "./access/repository-access.ts";
import type { DashboardDeps, DashboardRequest } from "./dashboard-env.ts";
import type { PageContext } from "./page.ts";

/** What a page or an endpoint about a repository is made from, once it is known that whoever asks may see it. */
export function pageContext<Reading>(
  c: DashboardRequest,
  visible: Visible,
  { reads, clock }: Pick<DashboardDeps<Reading>, "reads" | "clock">,
): PageContext<Reading> {
  return {
    ...visible,
    viewer: c.var.viewer,
    params: c.req.param(),
    query: new URL(c.req.url).searchParams,
    reads,
    now: clock(),
  };
}
