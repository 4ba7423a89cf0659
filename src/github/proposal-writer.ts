import type { RepositoryRef } from "../core/discussion.ts";
import { GoneError, StaleError } from "../core/errors.ts";
import type { BranchCommit } from "../core/proposal.ts";
import type { ProposalWrites } from "../core/github-writes.ts";
import { ClosePullRequest, EditPullRequest, FindBranch, MoveBranch, OpenPullRequest } from "./generated/documents.ts";
import type { GitHubClients } from "./github-clients.ts";

/** How GitHub writes "no commit". */
const none = "0".repeat(40);

/** Branches and pull requests of ours. Each call is sent once: see `appOctokit`. */
export class ProposalWriter implements ProposalWrites {
  readonly #clients: GitHubClients;

  constructor(clients: GitHubClients) {
    this.#clients = clients;
  }

  /**
   * Three writes (tree, commit, ref) and two reads. A commit made this way is signed by GitHub, since no author is
   * given; one that no branch gets to is thrown away by git in time.
   * https://docs.github.com/en/rest/git/commits#create-a-commit
   */
  async moveBranch(
    repository: RepositoryRef,
    branch: string,
    from: string | undefined,
    { parent, message, files }: BranchCommit,
  ): Promise<string> {
    const there = await this.#findBranch(repository, branch);
    if (there.head !== from) throw new StaleError(`the branch ${branch} is at another commit by now`);
    const operation = {
      doing: `commit to ${branch} of ${fullName(repository)}`,
      needs: "contents: write",
      isWrite: true,
    };
    const where = { owner: repository.owner, repo: repository.name };
    const { installation } = repository;
    const { data: before } = await this.#clients.rest(installation, { ...operation, isWrite: false }, (octokit) =>
      octokit.rest.git.getCommit({ ...where, commit_sha: parent }),
    );
    const { data: tree } = await this.#clients.rest(installation, operation, (octokit) =>
      octokit.rest.git.createTree({ ...where, base_tree: before.tree.sha, tree: files.map(toTreeEntry) }),
    );
    const { data: commit } = await this.#clients.rest(installation, operation, (octokit) =>
      octokit.rest.git.createCommit({ ...where, message, tree: mustBe(tree.sha), parents: [parent] }),
    );
    await this.#moveRef(repository, there.repository, branch, from, mustBe(commit.sha));
    return commit.sha;
  }

  async deleteBranch(repository: RepositoryRef, branch: string, at: string): Promise<void> {
    const there = await this.#findBranch(repository, branch);
    if (there.head !== at) return;
    await this.#moveRef(repository, there.repository, branch, at, undefined);
  }

  async openPullRequest(
    repository: RepositoryRef,
    { branch, base, title, body }: Parameters<ProposalWrites["openPullRequest"]>[1],
  ): Promise<void> {
    const { repository: id } = await this.#findBranch(repository, branch);
    const operation = { doing: `open a pull request in ${fullName(repository)}`, needs: "pull_requests: write" };
    const variables = { repository: id, base, head: branch, title, body };
    try {
      await this.#clients.graphql(repository.installation, OpenPullRequest, variables, operation);
    } catch (error) {
      if (error instanceof Error && /pull request already exists/iu.test(error.message)) {
        throw new StaleError(error.message, { cause: error });
      }
      throw error;
    }
  }

  async editPullRequest(
    repository: RepositoryRef,
    pull: string,
    change: { readonly title: string; readonly body: string },
  ): Promise<void> {
    const operation = { doing: `edit our pull request in ${fullName(repository)}`, needs: "pull_requests: write" };
    await this.#clients.graphql(repository.installation, EditPullRequest, { pull, ...change }, operation);
  }

  async closePullRequest(repository: RepositoryRef, pull: string): Promise<void> {
    const operation = { doing: `close our pull request in ${fullName(repository)}`, needs: "pull_requests: write" };
    await this.#clients.graphql(repository.installation, ClosePullRequest, { pull }, operation);
  }

  /** What GitHub says when the ref has moved is not published; so where it is now decides what a refusal means. */
  async #moveRef(
    repository: RepositoryRef,
    id: string,
    branch: string,
    from: string | undefined,
    to: string | undefined,
  ): Promise<void> {
    const operation = { doing: `move ${branch} of ${fullName(repository)}`, needs: "contents: write" };
    const variables = { repository: id, name: `refs/heads/${branch}`, before: from ?? none, after: to ?? none };
    try {
      await this.#clients.graphql(repository.installation, MoveBranch, variables, operation);
    } catch (error) {
      const { head } = await this.#findBranch(repository, branch);
      if (head === to) return;
      if (head !== from) throw new StaleError(`the branch ${branch} has moved`, { cause: error });
      throw error;
    }
  }

  async #findBranch(
    { installation, owner, name }: RepositoryRef,
    branch: string,
  ): Promise<{ readonly repository: string; readonly head: string | undefined }> {
    const operation = { doing: `find the branch ${branch} of ${owner}/${name}`, needs: "contents: read" };
    const variables = { owner, name, branch: `refs/heads/${branch}` };
    const { repository } = await this.#clients.graphql(installation, FindBranch, variables, operation);
    if (!repository) throw new GoneError(`Could not ${operation.doing}: the repository is gone`);
    return { repository: repository.id, head: repository.ref?.target?.oid };
  }
}

/** A path without an object is taken out of the tree. */
function toTreeEntry({ path, text }: BranchCommit["files"][number]) {
  const entry = { path, mode: "100644", type: "blob" } as const;
  return text === null ? { ...entry, sha: null } : { ...entry, content: text };
}

/** An answer cut short is no error to Octokit. */
function mustBe(sha: string | undefined): string {
  if (sha === undefined) throw new Error("GitHub's answer names no object");
  return sha;
}

function fullName({ owner, name }: RepositoryRef): string {
  return `${owner}/${name}`;
}
