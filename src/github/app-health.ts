import type { AppHealthReads, RegisteredApp } from "../core/app-health.ts";
import { completeFetch } from "./complete-fetch.ts";
import type { GitHubClients } from "./github-clients.ts";

export interface AppHealthOptions {
  readonly apiUrl: string;
  /** Where people see GitHub. */
  readonly webUrl: string;
  readonly now: () => number;
}

const permissionsNeeded = { needs: "none", isWrite: false };

/** What GitHub tells about the app itself: one REST request each, and one for each 100 installations. */
export function appHealth(clients: GitHubClients, { apiUrl, webUrl, now }: AppHealthOptions): AppHealthReads {
  const asking = (doing: string) => ({ doing, ...permissionsNeeded });
  return {
    clockLead: () => clockLead(apiUrl, now),
    async app() {
      const { data } = await clients.asApp(asking("ask GitHub who we are"), (octokit) =>
        octokit.rest.apps.getAuthenticated(),
      );
      if (!data?.slug) throw new Error("Could not ask GitHub who we are: the answer names no app");
      const { id, slug, permissions, events } = data;
      return { id, slug, permissions: levelsOf(permissions), events, settingsUrl: settingsOf(data, webUrl, slug) };
    },
    async installations() {
      const found = await clients.asApp(asking("list the app's installations"), (octokit) =>
        octokit.paginate(octokit.rest.apps.listInstallations, { per_page: 100 }),
      );
      return found.map(({ id, account, permissions, events, suspended_at: suspendedAt, html_url: url }) => ({
        id,
        account: nameOf(account) ?? String(id),
        permissions: levelsOf(permissions),
        events,
        isSuspended: typeof suspendedAt === "string",
        url,
      }));
    },
    async webhookConfig() {
      const { data } = await clients.asApp(asking("ask where webhooks go"), (octokit) =>
        octokit.rest.apps.getWebhookConfigForApp(),
      );
      return {
        url: data.url ?? "",
        isJson: data.content_type === "json",
        isVerified: String(data.insecure_ssl ?? "0") === "0",
        // GitHub shows asterisks: https://docs.github.com/en/rest/apps/webhooks#get-a-webhook-configuration-for-an-app
        hasSecret: Boolean(data.secret),
      };
    },
    async recentAttempts() {
      const { data } = await clients.asApp(asking("list webhook deliveries"), (octokit) =>
        octokit.rest.apps.listWebhookDeliveries({ per_page: 100 }),
      );
      return data.map(({ guid, delivered_at: at, status_code: statusCode, status, event }) => ({
        guid,
        at: new Date(at),
        statusCode,
        status,
        event,
      }));
    },
    async budgetsOf(installation) {
      const operation = asking(`ask what installation ${installation} has left`);
      const { data } = await clients.rest(installation, operation, (octokit) => octokit.rest.rateLimit.get());
      const { core, graphql } = data.resources;
      return Object.entries({ core, graphql }).flatMap(([resource, it]) =>
        it ? [{ resource, limit: it.limit, remaining: it.remaining, resetAt: new Date(it.reset * 1000) }] : [],
      );
    },
  };
}

/**
 * By the `Date` of an answer, which has whole seconds and was written about in the middle of the request. Of all addresses
 * this one costs nothing: https://docs.github.com/en/rest/rate-limit/rate-limit
 */
async function clockLead(apiUrl: string, now: () => number): Promise<number> {
  const asked = now();
  const answer = await completeFetch(`${apiUrl}/rate_limit`);
  const date = Date.parse(answer.headers.get("date") ?? "");
  if (Number.isNaN(date)) throw new Error("the answer has no date, as if it were not GitHub's");
  const lead = date + 500 - (asked + now()) / 2;
  // Half a second either way is what whole seconds hide.
  return Math.abs(lead) <= 500 ? 0 : lead;
}

/** An enterprise has a name instead of a login: https://docs.github.com/en/rest/apps/apps#list-installations-for-the-authenticated-app */
function nameOf(account: object | null): string | undefined {
  if (account === null) return undefined;
  if ("login" in account && typeof account.login === "string") return account.login;
  return "name" in account && typeof account.name === "string" ? account.name : undefined;
}

function levelsOf(permissions: object): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(permissions).map(([name, level]) => [name, String(level)]));
}

/** https://docs.github.com/en/apps/maintaining-github-apps/modifying-a-github-app-registration */
function settingsOf(
  { owner }: { readonly owner?: object | null },
  webUrl: string,
  slug: string,
): RegisteredApp["settingsUrl"] {
  const login = owner && "login" in owner ? String(owner.login) : undefined;
  const isOrganization = owner && "type" in owner && owner.type === "Organization";
  return `${webUrl}${isOrganization && login !== undefined ? `/organizations/${login}` : ""}/settings/apps/${slug}`;
}
