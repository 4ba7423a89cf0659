/**
 * What the world asks of a repository's git side. The git folder implements it with the `git` binary;
 * stated here so that acts and resolvers need not know how.
 */

/** What git and webhooks write for an object that is not there: the ref is new, or gone. */
export const nullOid = "0".repeat(40);

/** One entry of a tree. `type` is `commit` for a submodule; `mode` is six octal digits (`120000` is a symlink). */
export interface GitTreeEntry {
  readonly path: string;
  readonly mode: string;
  readonly type: "blob" | "tree" | "commit";
  readonly sha: string;
  /** Bytes; blobs only. */
  readonly size?: number;
}

/** A commit as stored. Dates are ISO 8601 with the offset of the author. */
export interface GitCommit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  /** Whole message, headline and body. */
  readonly message: string;
  readonly author: GitIdentity;
  readonly committer: GitIdentity;
}

/** Name, address and time of an author or committer. */
export interface GitIdentity {
  readonly name: string;
  readonly email: string;
  /** ISO 8601. */
  readonly date: string;
}

/** A path and what it becomes; `sha: null` removes it. `mode` defaults to `100644`. */
export interface GitTreeChange {
  readonly path: string;
  readonly sha: string | null;
  readonly mode?: string;
  /** Only where it is not a blob: `tree` grafts a whole tree. */
  readonly type?: "blob" | "tree" | "commit";
}

/** What git says of an object name. */
export interface GitObject {
  readonly sha: string;
  readonly type: "blob" | "tree" | "commit" | "tag";
  readonly size: number;
}

/** One bare repository. Names of refs are full (`refs/heads/main`). */
export interface Git {
  /** Store bytes; returns the blob's object id. */
  blob(content: Uint8Array): Promise<string>;
  readBlob(sha: string): Promise<Buffer>;
  /** Many blobs at once, by id; what names no blob is left out. */
  readBlobs(shas: readonly string[]): Promise<ReadonlyMap<string, Buffer>>;
  /** Entries of the tree behind a revision; undefined where the revision is no tree or commit. */
  tree(revision: string, options?: { readonly recursive?: boolean }): Promise<readonly GitTreeEntry[]>;
  /** A new tree: `base` (or nothing) with the changes laid over it. */
  makeTree(base: string | null, changes: readonly GitTreeChange[]): Promise<string>;
  /** Make a commit object; moves no ref. */
  commit(commit: {
    readonly tree: string;
    readonly parents: readonly string[];
    readonly message: string;
    readonly author: GitIdentity;
    readonly committer?: GitIdentity;
  }): Promise<string>;
  readCommit(sha: string): Promise<GitCommit>;
  /** Object id of a revision (`main`, `refs/heads/x`, `abc123`, `HEAD:docs/a.md`); undefined where there is none. */
  resolve(revision: string): Promise<string | undefined>;
  /** Kind and size of what a revision names; undefined where there is none. */
  inspect(revision: string): Promise<GitObject | undefined>;
  /**
   * Compare and swap: set `ref` to `to` only while it is at `from` (null: it must not exist). False when it is elsewhere.
   * `to: null` deletes.
   */
  updateRef(ref: string, to: string | null, from: string | null): Promise<boolean>;
  /** Refs below a prefix (`refs/heads/`), by name. */
  refs(prefix: string): Promise<readonly { readonly name: string; readonly sha: string }[]>;
  /** From now on each of the two repositories sees the objects of the other, as forks and their parents do on GitHub. */
  shareObjects(other: Git): Promise<void>;
  /** Whether `ancestor` is reachable from `descendant`. */
  isAncestor(ancestor: string, descendant: string): Promise<boolean>;
  /** Best common ancestor; undefined where histories have nothing in common. */
  mergeBase(one: string, other: string): Promise<string | undefined>;
  /** Three-way merge of trees without a work tree: the merged tree, or undefined on conflict. */
  mergeTrees(ours: string, theirs: string): Promise<string | undefined>;
  /** Commits reachable from `to` and not from `from`, newest first. */
  log(
    to: string,
    options?: { readonly from?: string; readonly path?: string; readonly limit?: number },
  ): Promise<readonly GitCommit[]>;
}

/** Bytes at the start of a file among which git looks for a NUL: `buffer_is_binary` in its xdiff-interface.c. */
const probedBytes = 8_000;

/** Whether git and GitHub hold a file for binary. */
export function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, probedBytes).includes(0);
}
