import type { Clock } from "../core/clock.ts";
import type { Meter } from "../core/meter.ts";
import type { GitHubBudgets } from "../core/github-budget.ts";
import type { GitHubReads } from "../core/github-reads.ts";
import type { GitHubWrites, ProposalWrites } from "../core/github-writes.ts";
import { answeredDiscussions, openDiscussions } from "./discussions/list-discussions.ts";
import type { AppHealthReads } from "../core/app-health.ts";
import { appHealth } from "./app-health.ts";
import { votesOn } from "./discussions/votes-on.ts";
import type { CheckRunWrites } from "../core/check-run.ts";
import { findCheckRun, findMergeBase, writeCheckRun } from "./check-runs.ts";
import { discussionCategories, hasTeam, permissionsIn } from "./config-places.ts";
import { configTexts } from "./config-texts.ts";
import { webhookAttempts } from "./deliveries.ts";
import { findBranch, repositoryUrl } from "./find-branch.ts";
import { findDiscussion, findThread } from "./discussions/find-thread.ts";
import { findDiscussionMadeFor } from "./discussions/own-discussions.ts";
import { findHistory, findSnapshot } from "./discussions/read-history.ts";
import { threadDigests, threadHistories } from "./discussions/list-threads.ts";
import { GitHubClients, type ClientLog } from "./github-clients.ts";
import { GitHubWriter } from "./github-writer.ts";
import { findIssueComment, ourIssueComments } from "./issues/issue-comments.ts";
import { findIssue, recentIssues } from "./issues/find-issue.ts";
import { opinionsOn, reactionsOn } from "./discussions/opinions-on.ts";
import { ownReactions } from "./discussions/own-reactions.ts";
import { issueReads, issueWrites } from "./issues-and-projects.ts";
import { appOctokit, type AppOctokit } from "./octokit.ts";
import { ProposalWriter } from "./proposal-writer.ts";
import { accountId, findFile, findProposal } from "./proposals.ts";
import { foldersTo } from "./read-folders.ts";
import { newestThreads } from "./history/read-history.ts";
import { readContents } from "./read-contents.ts";
import { readSetup } from "./read-setup.ts";
import { findHead, readTree } from "./read-tree.ts";
import { allRepositories, publicRepositoriesOf, repositoriesOf } from "./repositories.ts";
import { RoleReader } from "./role-reader.ts";
import { TokenCache } from "./token-cache.ts";
import { MemoryBudgets } from "./budget/memory-budgets.ts";
import { RequestPace, type PaceOptions } from "./budget/request-pace.ts";
import type { SignIn } from "./sign-in.ts";
import { realTime } from "./stopwatch.ts";

export type GitHubOptions = SignIn & GitHubPlace;

interface GitHubPlace {
  /** Base URL of REST, with GraphQL at `/graphql` under it: `https://api.github.com`. */
  readonly apiUrl: string;
  /** Where people see it; `https://github.com` unless stated. */
  readonly webUrl?: string;
  readonly log: ClientLog;
  readonly clock: Clock;
  /** What is left of GitHub's limits, shared with others that use them; our own alone when missing. */
  readonly budgets?: GitHubBudgets;
  /** This process, among all that share the budgets. */
  readonly holder?: string;
  readonly pace?: PaceOptions;
  /** Counts what GitHub is asked. */
  readonly meter?: Meter | undefined;
  /** Milliseconds before a read that failed is repeated for the first time; a second when missing. */
  readonly readRetryMs?: number;
}

/** GitHub behind our ports, and what Probot needs to share its tokens and its pace. */
export interface GitHub {
  readonly reads: GitHubReads;
  readonly writes: GitHubWrites;
  readonly proposals: ProposalWrites;
  /** For `new Probot({ …, Octokit })`. */
  readonly Octokit: AppOctokit;
  /** What it tells about the app itself, for whoever looks why something does not work. */
  readonly health: AppHealthReads;
  /** Does what nobody waits for: of GitHub's limits, the larger part is left to what somebody does. */
  inBackground<Result>(act: () => Promise<Result>): Promise<Result>;
  /** Lets other processes write at once, at the end of this one. */
  close(): Promise<void>;
  /** Who we are to GitHub; proves that id and key fit together, or that a token counts. One request. */
  identity(): Promise<{ readonly id: number; readonly slug: string }>;
}

/** The real GitHub. Asks nothing before it is asked. */
export function createGitHub(options: GitHubOptions): GitHub {
  const { apiUrl, log, clock, pace, readRetryMs, meter } = options;
  const { budgets = new MemoryBudgets(), holder = "alone" } = options;
  const elapsed = () => (pace?.stopwatch ?? realTime).elapsed();
  const tokens = new TokenCache(clock, elapsed);
  const requestPace = new RequestPace({ budgets, holder, clock, log }, pace);
  const { urgency } = requestPace;
  const Octokit = appOctokit(tokens, requestPace, readRetryMs, meter);
  const clients = new GitHubClients({ Octokit, tokens, credentials: signInOf(options), apiUrl, log, clock });
  const roles = new RoleReader(clients, elapsed);
  return {
    Octokit,
    identity: () => identity(clients),
    health: appHealth(clients, {
      apiUrl,
      webUrl: options.webUrl ?? "https://github.com",
      now: () => clock().getTime(),
    }),
    writes: Object.assign(new GitHubWriter(clients, log), issueWrites(clients), {
      writeCheckRun: (...what: Parameters<CheckRunWrites["writeCheckRun"]>) => writeCheckRun(clients, ...what),
      ifSpare: (write: () => Promise<void>) => urgency.ifSpare(write),
    }),
    inBackground: (act) => urgency.inBackground(act),
    close: () => requestPace.close(),
    proposals: new ProposalWriter(clients),
    reads: {
      ...issueReads(clients),
      findThread: (repository, number) => findThread(clients, repository, number),
      findDiscussionMadeFor: (repository, matches) => findDiscussionMadeFor(clients, repository, matches),
      findDiscussion: (repository, number) => findDiscussion(clients, repository, number),
      findSnapshot: (repository, number) => findSnapshot(clients, repository, number),
      findHistory: (repository, number) => findHistory(clients, repository, number),
      threadHistories: (repository, state, cursor) => threadHistories(clients, repository, state, cursor),
      threadDigests: (repository, state, cursor) => threadDigests(clients, repository, state, cursor),
      newestThreads: (repository, max) => newestThreads(clients, repository, max),
      repositorySetup: (repository) => readSetup(clients, repository),
      rolesOfCollaborators: (repository) => roles.rolesOfCollaborators(repository),
      rolesOf: (repository, login) => roles.rolesOf(repository, login),
      rightsOf: (repository, account) => roles.rightsOf(repository, account),
      openDiscussions: (repository, category, cursor) => openDiscussions(clients, repository, category, cursor),
      votesOn: (repository, discussions) => votesOn(clients, repository, discussions),
      answeredDiscussions: (repository, cursor) => answeredDiscussions(clients, repository, cursor),
      recentIssues: (repository, cursor) => recentIssues(clients, repository, cursor),
      findIssue: (repository, number) => findIssue(clients, repository, number),
      findProposal: (repository, branch) => findProposal(clients, repository, branch),
      foldersTo: (repository, commits, path) => foldersTo(clients, repository, commits, path),
      findFile: (repository, at, path) => findFile(clients, repository, at, path),
      accountId: (repository, login) => accountId(clients, repository, login),
      findIssueComment: (repository, id) => findIssueComment(clients, repository, id),
      ourIssueComments: (repository, number) => ourIssueComments(clients, repository, number),
      opinionsOn: (repository, comments) => opinionsOn(clients, repository, comments),
      reactionsOn: (repository, comments) => reactionsOn(clients, repository, comments),
      ownReactions: (repository, comment) => ownReactions(clients, repository, comment),
      findBranch: (repository, branch) => findBranch(clients, repository, branch),
      repositoryUrl: (repository) => repositoryUrl(clients, repository),
      findHead: (repository) => findHead(clients, repository),
      tree: (repository, commit) => readTree(clients, repository, commit),
      contents: (repository, commit, pages) => readContents(clients, log, repository, commit, pages),
      findMergeBase: (repository, base, head) => findMergeBase(clients, repository, base, head),
      findCheckRun: (repository, head, name) => findCheckRun(clients, repository, head, name),
      discussionCategories: (repository) => discussionCategories(clients, repository),
      hasTeam: (repository, slug) => hasTeam(clients, repository, slug),
      permissionsIn: (repository) => permissionsIn(clients, repository),
      configTexts: (repository, path) => configTexts(clients, repository, path),
      allRepositories: () => allRepositories(clients, log),
      webhookAttempts: (since) => webhookAttempts(clients, since),
      repositoriesOf: (installation) => repositoriesOf(clients, installation),
      publicRepositoriesOf: (installation) => publicRepositoriesOf(clients, installation),
    },
  };
}

/** Without whatever else is in the options: it goes into each client. */
function signInOf(options: SignIn): SignIn {
  if ("token" in options) return { token: options.token, repository: options.repository };
  return { appId: options.appId, privateKey: options.privateKey };
}

async function identity(clients: GitHubClients): Promise<{ readonly id: number; readonly slug: string }> {
  const operation = { doing: "ask GitHub who we are", needs: "none", isWrite: false };
  const account = clients.only && (await clients.own(clients.only.installation));
  if (account) return { id: account.id ?? 0, slug: account.slug };
  const { data } = await clients.asApp(operation, (octokit) => octokit.rest.apps.getAuthenticated());
  if (!data?.slug) throw new Error(`Could not ${operation.doing}: the answer names no app`);
  return { id: data.id, slug: data.slug };
}
