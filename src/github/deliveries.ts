import { GoneError, RefusedError } from "../core/errors.ts";
import type { WebhookAttempt } from "../core/github-reads.ts";
import type { ClientLog, GitHubClients } from "./github-clients.ts";

/**
 * Attempts to send us webhooks, newest first, up to the end of the page on which one is older than `since`. The list has
 * every attempt, a failed one also after a later one of the same GUID got through; it reaches back three days, and can be
 * asked for neither a time nor what failed alone (ubicloud/ubicloud#741, #4225). One REST request for each 100 attempts.
 * https://docs.github.com/en/rest/apps/webhooks#list-deliveries-for-an-app-webhook
 */
export async function webhookAttempts(clients: GitHubClients, since: Date): Promise<readonly WebhookAttempt[]> {
  // Whoever has no app has no webhooks.
  if (clients.only) return [];
  const operation = { doing: "list webhook deliveries", needs: "none", isWrite: false };
  return clients.asApp(operation, (octokit) =>
    octokit.paginate(octokit.rest.apps.listWebhookDeliveries, { per_page: 100 }, ({ data }, done) => {
      const attempts = data.map(toAttempt);
      if (attempts.some(({ at }) => at < since)) done();
      return attempts;
    }),
  );
}

/**
 * Since February 2026 ids have nineteen digits, such as 3804004623172239366: Octokit reads them as `bigint`, which JSON
 * cannot hold, and leaves them out of addresses (octokit/request.js#797, octokit/endpoint.js#546). So they are text here.
 */
function toAttempt(it: Attempt): WebhookAttempt {
  // No answer at all is told as 502 or 504; 0 is none yet.
  const isDelivered = it.status_code === 0 ? undefined : it.status_code >= 200 && it.status_code <= 299;
  return { id: String(it.id), guid: it.guid, at: new Date(it.delivered_at), isDelivered };
}

interface Attempt {
  readonly id: number | bigint;
  readonly guid: string;
  readonly delivered_at: string;
  readonly status_code: number;
}

/**
 * Have GitHub send a webhook once more, under the same GUID. One that it keeps no more, or does not send again, is left:
 * no other try would bring it, and those that come after it still can be had.
 */
export async function redeliver(clients: GitHubClients, log: ClientLog, delivery: string): Promise<void> {
  const operation = { doing: `have delivery ${delivery} sent again`, needs: "none", isWrite: true };
  const route = "POST /app/hook/deliveries/{delivery_id}/attempts";
  try {
    await clients.asApp(operation, (octokit) => octokit.request(route.replace("{delivery_id}", delivery)));
  } catch (error) {
    if (!(error instanceof GoneError) && !(error instanceof RefusedError)) throw error;
    log.warn(`A webhook is lost: ${error.message}`);
  }
}
