import type { RepositoryRef } from "../core/discussion.ts";
import type { GitHubReads } from "../core/github-reads.ts";
import type { Clock } from "../core/clock.ts";
import { MemoryBudgets } from "./budget/memory-budgets.ts";
import { RequestPace } from "./budget/request-pace.ts";
import { discussionCategories, hasTeam } from "./config-places.ts";
import { GitHubClients, type ClientLog } from "./github-clients.ts";
import { issueReads } from "./issues-and-projects.ts";
import { appOctokit } from "./octokit.ts";
import { accountId, findFile } from "./proposals.ts";
import { readTree } from "./read-tree.ts";
import { RoleReader } from "./role-reader.ts";
import { realTime } from "./stopwatch.ts";
import { TokenCache } from "./token-cache.ts";

/** What a config is checked against, with a token and without the app. */
export type ConfigClient = Pick<
  GitHubReads,
  | "discussionCategories"
  | "hasTeam"
  | "permissionsIn"
  | "labels"
  | "milestones"
  | "issueTypes"
  | "projects"
  | "accountId"
  | "rolesOf"
  | "tree"
  | "findFile"
>;

/** `token`: of a person or of an app. What the app may do is known to the app alone, and `permissionsIn` tells nothing. */
export function createConfigClient({
  token,
  apiUrl,
  clock,
  log,
}: {
  readonly token: string;
  readonly apiUrl: string;
  readonly clock: Clock;
  readonly log: ClientLog;
}): ConfigClient {
  const tokens = new TokenCache(clock, realTime.elapsed);
  const pace = new RequestPace({ budgets: new MemoryBudgets(), holder: "alone", clock, log });
  const Octokit = appOctokit(tokens, pace);
  const clients = new GitHubClients({ Octokit, tokens, credentials: { token }, apiUrl, log, clock });
  const roles = new RoleReader(clients, realTime.elapsed);
  const { labels, milestones, issueTypes, projects } = issueReads(clients);
  return {
    labels,
    milestones,
    issueTypes,
    projects,
    discussionCategories: (repository) => discussionCategories(clients, repository),
    hasTeam: (repository, slug) => hasTeam(clients, repository, slug),
    permissionsIn: async () => undefined,
    accountId: (repository, login) => accountId(clients, repository, login),
    rolesOf: (repository: RepositoryRef, login) => roles.rolesOf(repository, login),
    tree: (repository, commit) => readTree(clients, repository, commit),
    findFile: (repository, at, path) => findFile(clients, repository, at, path),
  };
}
