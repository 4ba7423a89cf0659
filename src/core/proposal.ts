import type { RepositoryRef } from "./discussion.ts";

/** A file as it stands in a repository. */
export interface RepositoryFile {
  /** Git's blob id. */
  readonly sha: string;
  readonly bytes: Uint8Array;
}

/** A pull request of ours. */
export interface PullRequest {
  /** GraphQL node id. */
  readonly id: string;
  readonly number: number;
  readonly url: string;
  readonly state: "open" | "merged" | "closed";
  readonly title: string;
  readonly body: string;
  /** Commit its branch is at, or was when it was closed. */
  readonly head: string;
}

/** A branch with what it has that the default branch has not. */
export interface Branch {
  /** Commit it is at. */
  readonly head: string;
  /** Newest commit it shares with the default branch. */
  readonly mergeBase: string;
  /** Who else than we has commits on it that the default branch has not: logins, or names where no account is known. */
  readonly others: readonly string[];
}

/** What is there of a proposal: the branch it stands on, and its pull requests. */
export interface ProposalState {
  /** The default branch; undefined in an empty repository. */
  readonly base: { readonly name: string; readonly head: string } | undefined;
  /** Undefined where there is none of this name. */
  readonly branch: Branch | undefined;
  /** The newest pull request from the branch, whatever its state. */
  readonly pullRequest: PullRequest | undefined;
}

/** A file as it is to be; without a text it is to be gone. */
export interface WantedFile {
  readonly path: string;
  readonly text: string | null;
}

/** One commit for a branch. */
export interface BranchCommit {
  /** The commit it is put on; undefined: none, and the branch holds these files alone. */
  readonly parent: string | undefined;
  readonly message: string;
  readonly files: readonly WantedFile[];
}

/** What stands in a folder at a commit. */
export interface Folder {
  /** Without a slash at the end; empty for the top. */
  readonly path: string;
  readonly entries: readonly { readonly name: string; readonly kind: "file" | "folder" | "symlink" | "submodule" }[];
}

/** Reading what our pull requests are made of. */
export interface ProposalReads {
  /** Where a branch is, and which one is the default: undefined where there is none. Cheaper than a proposal. */
  findBranch(
    repository: RepositoryRef,
    branch: string,
  ): Promise<{ readonly head: string | undefined; readonly defaultBranch: string | undefined }>;
  findProposal(repository: RepositoryRef, branch: string): Promise<ProposalState>;
  /** A regular file at a commit or branch; undefined where there is none. */
  findFile(repository: RepositoryRef, at: string, path: string): Promise<RepositoryFile | undefined>;
  /** The folders that lead to `path` at each of these commits, from the top; those that are not there are left out. */
  foldersTo(
    repository: RepositoryRef,
    commits: readonly string[],
    path: string,
  ): Promise<readonly (readonly Folder[])[]>;
  /** Number of a person's account, which is in the address that credits them as author; undefined for bots and ghosts. */
  accountId(repository: RepositoryRef, login: string): Promise<number | undefined>;
}
