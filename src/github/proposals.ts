import type { RepositoryRef } from "../core/discussion.ts";
import { GoneError } from "../core/errors.ts";
import type { Branch, ProposalState, PullRequest, RepositoryFile } from "../core/proposal.ts";
import { FindAccount, FindProposal, type FindProposalQuery } from "./generated/documents.ts";
import type { GitHubClients } from "./github-clients.ts";
import { bareLogin } from "./own-account.ts";
import { readBlob } from "./read-blobs.ts";
import { present } from "./discussions/to-discussion.ts";

/** Whoever commits through GitHub's own pages is the committer's name of all signed commits there: no person. */
const webCommitter = "web-flow";

/**
 * A branch of ours and its newest pull request. 1 point, one REST request where the branch is there, and one where
 * somebody has opened a pull request from a branch of the same name in a fork.
 */
export async function findProposal(
  clients: GitHubClients,
  repository: RepositoryRef,
  branch: string,
): Promise<ProposalState> {
  const { installation, owner, name } = repository;
  const operation = {
    doing: `read the branch ${branch} of ${owner}/${name}`,
    needs: "contents: read, pull_requests: read",
  };
  const variables = { owner, name, branch: `refs/heads/${branch}`, head: branch };
  const { repository: found } = await clients.graphql(installation, FindProposal, variables, operation);
  if (!found) throw new GoneError(`Could not ${operation.doing}: the repository is gone`);
  const head = found.defaultBranchRef?.target?.oid;
  const base = found.defaultBranchRef && head !== undefined ? { name: found.defaultBranchRef.name, head } : undefined;
  const at = found.ref?.target?.oid;
  const isBranch = base !== undefined && at !== undefined;
  return {
    base,
    branch: isBranch ? await compare(clients, repository, base.head, at) : undefined,
    pullRequest: await newestPullRequest(clients, repository, branch, present(found.pullRequests.nodes)[0]),
  };
}

/**
 * GraphQL knows branches by name alone, so that anybody's fork may stand before our own with as many pull requests as
 * they like; REST asks for the owner too, and the repository is compared.
 * https://docs.github.com/en/rest/pulls/pulls#list-pull-requests
 */
async function newestPullRequest(
  clients: GitHubClients,
  { installation, owner, name, id }: RepositoryRef,
  branch: string,
  newest: Pull | undefined,
): Promise<PullRequest | undefined> {
  if (newest === undefined) return undefined;
  if (!newest.isCrossRepository) return toPullRequest(newest);
  const operation = {
    doing: `list the pull requests of ${branch} in ${owner}/${name}`,
    needs: "pull_requests: read",
    isWrite: false,
  };
  const filter = {
    owner,
    repo: name,
    head: `${owner}:${branch}`,
    state: "all",
    sort: "created",
    direction: "desc",
  } as const;
  const pages = await clients.rest(installation, operation, (octokit) =>
    octokit.paginate(octokit.rest.pulls.list, { ...filter, per_page: 100 }, ({ data }, done) => {
      const ours = data.filter(({ head }) => head.repo?.id === id && head.ref === branch);
      if (ours.length > 0) done();
      return ours;
    }),
  );
  const [pull] = pages;
  return (
    pull &&
    toPullRequest({
      ...pull,
      id: pull.node_id,
      url: pull.html_url,
      state: pull.merged_at === null ? (pull.state === "open" ? "OPEN" : "CLOSED") : "MERGED",
      body: pull.body ?? "",
      headRefOid: pull.head.sha,
    })
  );
}

async function compare(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  base: string,
  head: string,
): Promise<Branch> {
  const operation = { doing: `compare a branch of ${owner}/${name}`, needs: "contents: read", isWrite: false };
  const { data } = await clients.rest(installation, operation, (octokit) =>
    octokit.rest.repos.compareCommitsWithBasehead({ owner, repo: name, basehead: `${base}...${head}` }),
  );
  const own = await clients.own(installation);
  const ours = new Set([...(own ? [bareLogin(own.slug)] : []), webCommitter]);
  const others = data.commits.flatMap(({ author, committer, commit }) =>
    [loginOf(author) ?? commit.author?.name, loginOf(committer) ?? commit.committer?.name].flatMap((it) =>
      it === undefined || ours.has(bareLogin(it)) ? [] : [it],
    ),
  );
  return { head, mergeBase: data.merge_base_commit.sha, others: [...new Set(others)] };
}

function loginOf(account: object | null): string | undefined {
  return account !== null && "login" in account && typeof account.login === "string" ? account.login : undefined;
}

type Pull = NonNullable<NonNullable<NonNullable<FindProposalQuery["repository"]>["pullRequests"]["nodes"]>[number]>;

function toPullRequest(from: Omit<Pull, "isCrossRepository">): PullRequest {
  const { id, number, url, title, body, headRefOid: head } = from;
  const state = from.state === "OPEN" ? "open" : from.state === "MERGED" ? "merged" : "closed";
  return { id, number, url, title, body, head, state };
}

/** Number of a person's account; undefined where there is none. 1 point. */
export async function accountId(
  clients: GitHubClients,
  { installation }: RepositoryRef,
  login: string,
): Promise<number | undefined> {
  const operation = { doing: `find the account of ${login}`, needs: "metadata: read" };
  try {
    const { user } = await clients.graphql(installation, FindAccount, { login }, operation);
    return user?.databaseId ?? undefined;
  } catch (error) {
    if (error instanceof GoneError) return undefined;
    throw error;
  }
}

/** A regular file at a commit or branch. One REST request, and one more above 1 MB, which the first leaves out. */
export async function findFile(
  clients: GitHubClients,
  repository: RepositoryRef,
  at: string,
  path: string,
): Promise<RepositoryFile | undefined> {
  const { installation, owner, name } = repository;
  const operation = { doing: `read ${path} of ${owner}/${name}`, needs: "contents: read", isWrite: false };
  try {
    const { data } = await clients.rest(installation, operation, (octokit) =>
      octokit.rest.repos.getContent({ owner, repo: name, path, ref: at }),
    );
    if (Array.isArray(data) || data.type !== "file") return undefined;
    // Above a megabyte the content is left out, and the encoding is "none".
    const isWhole = "content" in data && data.encoding === "base64";
    const bytes = isWhole ? Buffer.from(data.content, "base64") : await readBlob(clients, repository, data.sha);
    return { sha: data.sha, bytes };
  } catch (error) {
    if (error instanceof GoneError) return undefined;
    throw error;
  }
}
