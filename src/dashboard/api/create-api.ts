import { OpenAPIHono } from "@hono/zod-openapi";
import { findVisible } from "../access/find-visible.ts";
import type { DashboardDeps, DashboardEnv, DashboardRequest } from "../dashboard-env.ts";
import type { CountRequest } from "../guards.ts";
import { pageContext } from "../page-context.ts";
import { UserError } from "../../core/errors.ts";
import { describeApi, repositoriesRoute, routeOf } from "./description.ts";
import type { ApiEndpoint } from "./endpoint.ts";
import { problem } from "./problem.ts";
import { tell } from "./tell.ts";

type ApiDeps<Reading> = DashboardDeps<Reading> & { readonly count: CountRequest };

/** What programs ask, under `apiPath`, behind the guards and for the audiences that pages have. */
export function createApi<Reading>(
  endpoints: readonly ApiEndpoint<Reading>[],
  deps: ApiDeps<Reading>,
): OpenAPIHono<DashboardEnv> {
  const api = new OpenAPIHono<DashboardEnv>({
    defaultHook(result, c) {
      if (result.success) return undefined;
      const [issue] = result.error.issues;
      const name = issue?.path.join(".") ?? "";
      const detail = name === "" ? issue?.message : `\`${name}\`: ${issue?.message ?? ""}`;
      return problem(c, 400, badRequest, detail);
    },
  });
  const description = JSON.stringify(describeApi(endpoints));
  api.get("/openapi.json", (c) => {
    c.header("Content-Type", "application/json");
    return c.body(description);
  });
  api.openapi(repositoriesRoute, async (c) => {
    const visible = await deps.access.list(c.var.viewer);
    return c.json({ repositories: visible.map(({ owner, name }) => ({ owner, name })) }, 200);
  });
  // What an endpoint answers is typed where it is declared: here any of them may come.
  for (const it of endpoints) api.openapi(routeOf(it), ((c: DashboardRequest) => answer(c, it, deps)) as never);
  return api;
}

const badRequest = "The query makes no sense";

async function answer<Reading>(
  c: DashboardRequest,
  endpoint: ApiEndpoint<Reading>,
  deps: ApiDeps<Reading>,
): Promise<Response> {
  const visible = await findVisible(c, deps, endpoint.audience);
  if (!visible) return c.notFound();
  const refused = endpoint.cost === undefined ? undefined : await deps.count(c, endpoint.cost - 1);
  if (refused) return refused;
  try {
    const found = await endpoint.read(pageContext(c, visible, deps));
    if (found === undefined) return await c.notFound();
    c.header("Cache-Control", c.var.viewer ? "private, no-cache" : "no-cache");
    return await tell(c, found);
  } catch (error) {
    if (error instanceof UserError) return problem(c, 400, badRequest, error.message);
    throw error;
  }
}
