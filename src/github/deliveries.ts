import { GoneError, RefusedError } from "../core/errors.ts";
import type { FailedDelivery } from "../core/github-reads.ts";
import type { ClientLog, GitHubClients } from "./github-clients.ts";

/** After so many attempts at one webhook another one is no help. */
const maxAttempts = 4;

/**
 * Webhooks since a time of which no attempt was answered well: GitHub does not send them again by itself. Newest first
 * in GitHub's list, which reaches back three days. One REST request for each 100 attempts.
 * https://docs.github.com/en/webhooks/using-webhooks/handling-failed-webhook-deliveries
 */
export async function failedDeliveries(clients: GitHubClients, since: Date): Promise<readonly FailedDelivery[]> {
  const operation = { doing: "list webhook deliveries", needs: "none", isWrite: false };
  const attempts = await clients.asApp(operation, (octokit) =>
    octokit.paginate(octokit.rest.apps.listWebhookDeliveries, { per_page: 100 }, ({ data }, done) => {
      const recent = data.filter((it) => new Date(it.delivered_at) >= since);
      if (recent.length < data.length) done();
      return recent;
    }),
  );
  const byGuid = Map.groupBy(attempts, ({ guid }) => guid);
  return [...byGuid.values()].flatMap((them) => {
    const [newest] = them;
    const isLost = them.length < maxAttempts && them.every((it) => it.status_code < 200 || it.status_code > 299);
    return isLost && newest ? [{ id: newest.id, guid: newest.guid }] : [];
  });
}

/**
 * Have GitHub send a webhook once more, under the same GUID. One that it keeps no more, or does not send again, is left:
 * no other try would bring it, and those that come after it still can be had.
 */
export async function redeliver(clients: GitHubClients, log: ClientLog, delivery: number): Promise<void> {
  const operation = { doing: `have delivery ${delivery} sent again`, needs: "none", isWrite: true };
  try {
    await clients.asApp(operation, (octokit) => octokit.rest.apps.redeliverWebhookDelivery({ delivery_id: delivery }));
  } catch (error) {
    if (!(error instanceof GoneError) && !(error instanceof RefusedError)) throw error;
    log.warn(`A webhook is lost: ${error.message}`);
  }
}
