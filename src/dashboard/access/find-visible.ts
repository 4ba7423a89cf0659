import { setTimeout as sleep } from "node:timers/promises";
import type { DashboardDeps, DashboardRequest } from "../dashboard-env.ts";
import type { Audience } from "../page.ts";
import type { Visible } from "./repository-access.ts";

/**
 * The repository in a request's address (`:owner`, `:name`), if whoever asks may see what is for this audience. Whoever
 * may not learns it a fixed time after they asked, whether there is such a repository or not, whether GitHub had to be
 * asked or not: neither what is answered nor when tells more. GitHub has so long to say yes; what it says later counts
 * for the next time.
 */
export async function findVisible(
  c: DashboardRequest,
  { access, deniedAfterMs }: Pick<DashboardDeps<unknown>, "access" | "deniedAfterMs">,
  audience: Audience,
): Promise<Visible | undefined> {
  const denied = sleep(deniedAfterMs, undefined, { ref: false });
  const name = `${c.req.param("owner") ?? ""}/${c.req.param("name") ?? ""}`;
  const found = access.find(name, c.var.viewer, audience);
  const visible = await Promise.race([found, denied]);
  if (visible === undefined) await denied;
  return visible;
}
