import type { RepositoryRef } from "../core/discussion.ts";
import { StaleError } from "../core/errors.ts";
import type { BranchCommit } from "../core/proposal.ts";
import type { ProposalWrites } from "../core/github-writes.ts";
import { ClosePullRequest, EditPullRequest, MoveBranch, OpenPullRequest } from "./generated/documents.ts";
import { findBranch } from "./find-branch.ts";
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
   * Three writes (tree, commit, ref) and one or two reads. A commit made this way is signed by GitHub, since no author is
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
    const base = parent === undefined ? {} : { base_tree: await this.#treeOf(repository, parent) };
    const { data: tree } = await this.#clients.rest(installation, operation, (octokit) =>
      octokit.rest.git.createTree({ ...where, ...base, tree: files.map(toTreeEntry) }),
    );
    // "If omitted or empty, the commit will be written as a root commit."
    const parents = parent === undefined ? [] : [parent];
    const { data: commit } = await this.#clients.rest(installation, operation, (octokit) =>
      octokit.rest.git.createCommit({ ...where, message, tree: mustBe(tree.sha), parents }),
    );
    await this.#moveRef(repository, there.repository, branch, from, mustBe(commit.sha));
    return commit.sha;
  }

  async #treeOf(repository: RepositoryRef, commit: string): Promise<string> {
    const { owner, name: repo, installation } = repository;
    const operation = {
      doing: `read a commit of ${fullName(repository)}`,
      needs: "contents: write",
      isWrite: false,
    };
    const { data } = await this.#clients.rest(installation, operation, (octokit) =>
      octokit.rest.git.getCommit({ owner, repo, commit_sha: commit }),
    );
    return data.tree.sha;
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

  async #findBranch(repository: RepositoryRef, branch: string) {
    const found = await findBranch(this.#clients, repository, branch);
    return { repository: found.id, head: found.head };
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
