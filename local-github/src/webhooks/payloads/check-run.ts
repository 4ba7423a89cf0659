import { toApp } from "../../rest/shapes/installation.ts";
import { toCheckRun } from "../../rest/shapes/check-run.ts";
import { apiUrl } from "../../rest/shapes/repository.ts";
import type { CheckRunEvent } from "../../world/events.ts";
import type { World } from "../../world/world.ts";

/**
 * What `check_run` webhooks carry beside the usual. Pull requests are named for branches of the repository alone, and
 * for a fork's the list is empty (https://docs.github.com/en/webhooks/webhook-events-and-payloads#check_run); here it
 * always is, so that nobody relies on it.
 */
export function checkRunPayload(world: World, { checkRun: run, repository }: CheckRunEvent): Record<string, unknown> {
  const { check_suite: _, ...shown } = toCheckRun(world, run);
  return {
    check_run: {
      ...shown,
      check_suite: {
        id: run.databaseId,
        node_id: `CS_${run.id}`,
        head_branch: null,
        head_sha: run.headSha,
        status: run.status.toLowerCase(),
        conclusion: run.conclusion,
        url: `${apiUrl(world, repository)}/check-suites/${run.databaseId}`,
        before: null,
        after: null,
        pull_requests: [],
        app: run.app === null ? null : toApp(world, run.app),
        created_at: run.createdAt,
        updated_at: run.updatedAt,
      },
    },
  };
}
