import { randomUUID } from "node:crypto";
import { appendFile, mkdir, rm } from "node:fs/promises";
import { join, resolve as resolvePath } from "node:path";
import { type GitInput, GitError, type GitOutput } from "./run-git.ts";
import { importInput, type ImportedFile } from "./fast-import.ts";
import {
  toIndexLine,
  signed,
  toComparisonStatus,
  type Comparison,
  type FileDiff,
  type GitRef,
  type NewCommit,
} from "./git-objects.ts";
import {
  nullOid,
  type Git,
  type GitCommit,
  type GitIdentity,
  type GitObject,
  type GitTreeChange,
  type GitTreeEntry,
} from "../world/git.ts";
import { FixedAnswers } from "./fixed-answers.ts";
import { parseFileDiffs } from "./file-diffs.ts";
import { COMMIT_ARGUMENTS, parseBlobs, parseCommits, parseRefs, parseTree, REF_FORMAT } from "./git-output.ts";
import { gitRunner } from "./git-runner.ts";

/**
 * A bare repository on disk, worked on through the `git` binary: what anyone clones is what the API serves. Over 200
 * lines, as it has one short method for each question to git and they share what it remembers.
 */
export class GitRepository implements Git {
  /** Where the bare repository is. */
  readonly folder: string;
  readonly #fixed = new FixedAnswers();

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Ends the processes that read for it. It can be used again. */
  close(): void {
    gitRunner.release(this.folder);
  }

  /** Makes an empty bare repository; one that is there already stays as it is. */
  static async init(folder: string, defaultBranch = "main"): Promise<GitRepository> {
    await mkdir(folder, { recursive: true });
    const repository = new GitRepository(folder);
    await repository.#run(["init", "--bare", "--quiet", `--initial-branch=${defaultBranch}`]);
    return repository;
  }

  /** Stores a blob; its id. */
  async blob(content: string | Uint8Array): Promise<string> {
    return this.#line(["hash-object", "-w", "--stdin"], { stdin: content });
  }

  /** The bytes of a blob. Rejects with `GitError` when there is none of this id. */
  async readBlob(sha: string): Promise<Buffer> {
    const object = await gitRunner.read(this.folder, "contents", sha);
    if (object?.type !== "blob") throw new GitError("cat-file blob", 128, `no blob ${sha}`);
    return object.content;
  }

  /** Many blobs in one process, by id. Ids that name no blob are left out. */
  async readBlobs(shas: readonly string[]): Promise<Map<string, Buffer>> {
    return parseBlobs(await this.#run(["cat-file", "--batch"], { stdin: shas.map((sha) => `${sha}\n`).join("") }));
  }

  /** Kind and size of what a revision names; undefined where there is none. */
  async inspect(revision: string): Promise<GitObject | undefined> {
    const object = await gitRunner.read(this.folder, "info", revision);
    return object && { sha: object.sha, type: object.type, size: object.size };
  }

  /** What a commit or tree holds; with `recursive` all below it too. Rejects with `GitError` where it is neither. */
  async tree(revision: string, options: { readonly recursive?: boolean } = {}): Promise<GitTreeEntry[]> {
    const tree = (await this.resolve(`${revision}^{tree}`)) ?? revision;
    return parseTree(await this.#run(["ls-tree", "-z", "-l", ...(options.recursive ? ["-r", "-t"] : []), tree]));
  }

  /** One path of a commit; undefined when nothing is there. The root is the empty path. */
  async entry(revision: string, path: string): Promise<GitTreeEntry | undefined> {
    if (path === "") {
      const sha = await this.resolve(`${revision}^{tree}`);
      return sha === undefined ? undefined : { path: "", mode: "040000", type: "tree", sha };
    }
    const tree = (await this.resolve(`${revision}^{tree}`)) ?? revision;
    const output = await this.#run(["--literal-pathspecs", "ls-tree", "-z", "-l", tree, "--", path]);
    return parseTree(output).find((entry) => entry.path === path);
  }

  /** Each may list the other: git passes over a store it has seen (https://git-scm.com/docs/gitrepository-layout). */
  async shareObjects(other: Git): Promise<void> {
    if (!(other instanceof GitRepository)) throw new Error("only repositories on disk can share their objects");
    for (const [one, its] of [
      [this.folder, other.folder],
      [other.folder, this.folder],
    ] as const) {
      await appendFile(join(one, "objects", "info", "alternates"), `${resolvePath(its, "objects")}\n`);
    }
  }

  /** A new tree: the base with these changes. Nothing is checked out; a temporary index does it. */
  async makeTree(base: string | null, changes: readonly GitTreeChange[]): Promise<string> {
    const index = join(this.folder, `index-${randomUUID()}`);
    const environment = { GIT_INDEX_FILE: index };
    const lines = await Promise.all(changes.map((change) => this.#indexLines(base, change)));
    try {
      if (base !== null) await this.#run(["read-tree", base], { environment });
      const update = ["update-index", "--replace", "-z", "--index-info"];
      await this.#run(update, { environment, stdin: lines.flat().join("") });
      return await this.#line(["write-tree"], { environment });
    } finally {
      await rm(index, { force: true });
    }
  }

  /** Stores a commit without moving any branch; its id. */
  async commit(commit: NewCommit): Promise<string> {
    const parents = commit.parents.flatMap((parent) => ["-p", parent]);
    return this.#line(["commit-tree", commit.tree, ...parents], {
      stdin: commit.message,
      environment: { ...signed("AUTHOR", commit.author), ...signed("COMMITTER", commit.committer ?? commit.author) },
    });
  }

  /** One commit. Rejects with `GitError` when the revision names none. */
  async readCommit(revision: string): Promise<GitCommit> {
    const [commit] = await this.log(revision, { limit: 1 });
    if (commit === undefined) throw new GitError("log", 128, `no commit ${revision}`);
    return commit;
  }

  /** The object a revision names ("main", "refs/heads/x", "abc^{tree}"); undefined when it names none. */
  async resolve(revision: string): Promise<string | undefined> {
    return (await gitRunner.read(this.folder, "info", revision))?.sha;
  }

  /** The commit a branch, tag or id names, branches first; undefined when there is none. */
  async resolveCommit(revision: string): Promise<string | undefined> {
    return (await this.resolve(`refs/heads/${revision}^{commit}`)) ?? (await this.resolve(`${revision}^{commit}`));
  }

  /** Branches and tags whose full name starts with `prefix`, by name. */
  async refs(prefix = "refs/"): Promise<GitRef[]> {
    return parseRefs(await this.#run(["for-each-ref", REF_FORMAT])).filter((ref) => ref.name.startsWith(prefix));
  }

  /** Compare and swap: `from: null` makes a new reference, `to: null` deletes. False when it points elsewhere by now. */
  async updateRef(name: string, to: string | null, from: string | null): Promise<boolean> {
    const change = to === null ? ["-d", name, ...(from === null ? [] : [from])] : [name, to, from ?? nullOid];
    return (await this.#git(["update-ref", ...change], { accept: [0, 1, 128] })).exitCode === 0;
  }

  /** Deletes a reference wherever it points; false when there was none. */
  async deleteRef(name: string): Promise<boolean> {
    const sha = await this.resolve(name);
    return sha !== undefined && this.updateRef(name, null, sha);
  }

  /** Whether the first commit is in the history of the second. */
  async isAncestor(ancestor: string, descendant: string): Promise<boolean> {
    const args = ["merge-base", "--is-ancestor", ancestor, descendant];
    return (await this.#git(args, { accept: [0, 1] })).exitCode === 0;
  }

  /** The newest common commit of two histories; undefined when they share none. */
  async mergeBase(left: string, right: string): Promise<string | undefined> {
    return this.#optionalLine(["merge-base", left, right]);
  }

  /** Three-way merge without a work tree: the merged tree, or undefined on conflict. */
  async mergeTrees(ours: string, theirs: string): Promise<string | undefined> {
    return this.#optionalLine(["merge-tree", "--write-tree", ours, theirs]);
  }

  /** The head as seen from the base, by their merge base ("three dots"); undefined without a common history. */
  async compare(base: string, head: string): Promise<Comparison | undefined> {
    const mergeBase = await this.mergeBase(base, head);
    if (mergeBase === undefined) return undefined;
    const counts = await this.#line(["rev-list", "--left-right", "--count", `${base}...${head}`]);
    const [behindBy = 0, aheadBy = 0] = counts.split("\t").map(Number);
    return {
      mergeBase,
      aheadBy,
      behindBy,
      status: toComparisonStatus(aheadBy, behindBy),
      commits: (await this.log(head, { from: base })).toReversed(),
      files: await this.fileDiffs(mergeBase, head),
    };
  }

  /** File by file, how two commits or trees differ. Renames are found as GitHub finds them. */
  async fileDiffs(from: string, to: string): Promise<FileDiff[]> {
    const args = ["diff-tree", "-r", "-M", "--full-index", "--no-color"];
    const [raw, numbers, patch] = await Promise.all([
      this.#run([...args, "-z", "--raw", from, to]),
      this.#run([...args, "-z", "--numstat", from, to]),
      this.#run([...args, "-p", from, to]),
    ]);
    return parseFileDiffs(raw.toString(), numbers.toString(), patch.toString());
  }

  /** The difference of two commits as one unified diff. */
  async diff(from: string, to: string): Promise<string> {
    return (await this.#run(["diff-tree", "-r", "-p", "-M", "--no-color", from, to])).toString();
  }

  /** Commits reachable from a revision, and not from `from`, newest first; with `path` those that changed it. */
  async log(
    to: string,
    options: { readonly from?: string; readonly path?: string; readonly limit?: number; readonly skip?: number } = {},
  ): Promise<GitCommit[]> {
    const limits = [
      ...(options.limit === undefined ? [] : [`--max-count=${options.limit}`]),
      ...(options.skip === undefined ? [] : [`--skip=${options.skip}`]),
    ];
    const revision = options.from === undefined ? to : `${options.from}..${to}`;
    const path = options.path === undefined || options.path === "" ? [] : [options.path];
    return parseCommits(
      await this.#run([
        "--literal-pathspecs",
        "log",
        "--topo-order",
        ...COMMIT_ARGUMENTS,
        ...limits,
        revision,
        "--",
        ...path,
      ]),
    );
  }

  /** Everything of a commit as tar.gz, below the folder `prefix`. */
  async archive(revision: string, prefix: string): Promise<Buffer> {
    return this.#run(["archive", "--format=tar.gz", `--prefix=${prefix}/`, revision]);
  }

  /**
   * Puts many files onto a branch as one commit, by `git fast-import`: ten thousand files take seconds.
   * The branch then holds just these files, or with `keep` these besides what it had. Answers the commit's id.
   */
  async importFiles(
    branch: string,
    files: Iterable<ImportedFile> | AsyncIterable<ImportedFile>,
    commit: { readonly message: string; readonly author: GitIdentity; readonly keep?: boolean },
  ): Promise<string> {
    const name = `refs/heads/${branch}`;
    const parent = await this.resolve(name);
    const stdin = await importInput(name, parent, files, commit);
    await this.#run(["fast-import", "--quiet", "--done"], { stdin });
    const head = await this.resolve(name);
    if (head === undefined) throw new GitError("fast-import", 128, `it made no ${name}`);
    return head;
  }

  /** An index knows files alone: a grafted tree takes the place of every file that was below its path. */
  async #indexLines(base: string | null, change: GitTreeChange): Promise<string[]> {
    if (change.type !== "tree" || change.sha === null) return [toIndexLine(change)];
    const before = base === null ? undefined : await this.entry(base, change.path);
    const below = async (tree: string): Promise<GitTreeEntry[]> =>
      (await this.tree(tree, { recursive: true }))
        .filter((entry) => entry.type !== "tree")
        .map((entry) => ({ ...entry, path: `${change.path}/${entry.path}` }));
    const gone = before?.type === "tree" ? await below(before.sha) : [];
    return [...gone.map((entry) => ({ ...entry, sha: null })), ...(await below(change.sha))].map(toIndexLine);
  }

  async #run(args: readonly string[], input: GitInput = {}): Promise<Buffer> {
    return (await this.#git(args, input)).stdout;
  }

  async #line(args: readonly string[], input: GitInput = {}): Promise<string> {
    return (await this.#run(args, input)).toString().trim();
  }

  async #optionalLine(args: readonly string[]): Promise<string | undefined> {
    const { stdout, exitCode } = await this.#git(args, { accept: [0, 1, 128] });
    return exitCode === 0 ? stdout.toString().trim() : undefined;
  }

  /** Rejects with `GitError` on an exit code that is not accepted. */
  async #git(args: readonly string[], { accept = [0], ...input }: GitInput): Promise<GitOutput> {
    const output = await this.#fixed.get(args, () => gitRunner.run({ folder: this.folder, args, ...input }));
    if (accept.includes(output.exitCode)) return output;
    throw new GitError(args.slice(0, 2).join(" "), output.exitCode, output.stderr);
  }
}
