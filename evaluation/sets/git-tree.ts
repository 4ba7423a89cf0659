import { spawn } from "node:child_process";
import { buffer, text as textOf } from "node:stream/consumers";
import { SetError } from "./set-error.ts";

/** Commits that are read in one go, so that a long history is not in memory as a whole. */
const chunk = 500;

/** A file of a commit. */
export interface TreeFile {
  /** From the root, with `/`. */
  readonly path: string;
  readonly blob: string;
}

/**
 * One commit of a git repository, read by git's plumbing: a working tree is not needed, so that a bare clone serves.
 * Blobs are asked for by their hashes, since a path may hold anything, a line end too.
 */
export class GitTree {
  readonly #folder: string;
  readonly #commit: string;

  private constructor(folder: string, commit: string) {
    this.#folder = folder;
    this.#commit = commit;
  }

  /** Opens a commit; `HEAD` is one too. Undefined where the repository does not hold it. Rejects with `SetError` for a folder without git. */
  static async open(folder: string, commit: string): Promise<GitTree | undefined> {
    const isRepository = await git(folder, ["rev-parse", "--git-dir"]).then(({ code }) => code === 0);
    if (!isRepository) throw new SetError(`${folder} is not a git repository.`);
    const { code } = await git(folder, ["cat-file", "-e", `${commit}^{commit}`]);
    return code === 0 ? new GitTree(folder, commit) : undefined;
  }

  /** The files under a folder, in the order of their paths. Rejects with `SetError` where there is no such folder. */
  async files(under = ""): Promise<readonly TreeFile[]> {
    const paths = under === "" ? [] : ["--", under];
    const { output } = await this.#ask(["ls-tree", "-r", "-z", "--full-tree", this.#commit, ...paths]);
    const files = output.split("\0").flatMap((line): TreeFile[] => {
      const [, blob = "", path = ""] = /^\d+ blob ([0-9a-f]+)\t(.*)$/su.exec(line) ?? [];
      return path === "" ? [] : [{ path, blob }];
    });
    if (files.length === 0) throw new SetError(`${this.#folder} has no files under "${under}" in ${this.#commit}.`);
    return files.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** A file as text. Rejects with `SetError` where there is none. */
  async read(path: string): Promise<string> {
    const { output } = await this.#ask(["show", `${this.#commit}:${path}`]);
    return output;
  }

  /**
   * What stood at a path in each commit that leads here, oldest first; a public-inbox archive keeps one message a commit
   * so (https://public-inbox.org/public-inbox-v2-format.html). Commits without the path are passed over.
   */
  async *history(path: string): AsyncGenerator<{ readonly commit: string; readonly bytes: Buffer }> {
    const { output } = await this.#ask(["log", "--reverse", "--format=%H", this.#commit, "--", path]);
    const commits = output.split("\n").filter((line) => line !== "");
    for (let at = 0; at < commits.length; at += chunk) {
      const some = commits.slice(at, at + chunk);
      const blobs = readBatch(await this.#batch(some.map((commit) => `${commit}:${path}`)), some.length);
      for (const [index, bytes] of blobs.entries())
        if (Buffer.isBuffer(bytes)) yield { commit: some[index] ?? "", bytes };
    }
  }

  /** Many files as text, in their order, one process for all. Rejects with `SetError` for the first that is not there. */
  async readAll(files: readonly TreeFile[]): Promise<readonly { readonly path: string; readonly text: string }[]> {
    const found = readBatch(await this.#batch(files.map(({ blob }) => blob)), files.length);
    return files.map(({ path }, index) => {
      const bytes = found[index];
      // A partial clone lists files that it has not got.
      if (!Buffer.isBuffer(bytes)) throw new SetError(`${this.#folder}: ${path} cannot be read: ${bytes ?? ""}`);
      return { path, text: bytes.toString("utf8") };
    });
  }

  async #batch(names: readonly string[]): Promise<Buffer> {
    const { bytes } = await git(this.#folder, ["cat-file", "--batch"], names.map((name) => `${name}\n`).join(""));
    return bytes;
  }

  async #ask(args: readonly string[]): Promise<{ output: string }> {
    const { code, bytes, problem } = await git(this.#folder, args);
    if (code !== 0) throw new SetError(`${this.#folder}: ${problem.trim().split("\n")[0] ?? ""}`);
    return { output: bytes.toString("utf8") };
  }
}

/** What `git cat-file --batch` says of so many objects: their bytes, or in words why there are none. */
function readBatch(bytes: Buffer, count: number): readonly (Buffer | string)[] {
  let at = 0;
  return Array.from({ length: count }, () => {
    const end = bytes.indexOf(0x0a, at);
    const head = bytes.toString("utf8", at, end);
    const [, length] = /^[0-9a-f]+ blob (\d+)$/u.exec(head) ?? [];
    at = end + 1;
    if (length === undefined) return head;
    const blob = bytes.subarray(at, at + Number(length));
    at += Number(length) + 1;
    return blob;
  });
}

interface GitAnswer {
  readonly code: number | null;
  readonly bytes: Buffer;
  readonly problem: string;
}

/** Hooks, pagers and file watchers that the repository's configuration may name are not run by these commands. */
async function git(folder: string, args: readonly string[], input = ""): Promise<GitAnswer> {
  const child = spawn("git", ["-C", folder, "-c", "core.fsmonitor=false", ...args], { stdio: "pipe" });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on("error", (error) => reject(new SetError(`git cannot be run: ${error.message}`)));
    child.on("close", resolve);
  });
  // Git may end before it has read all: its exit code tells.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  const [code, bytes, problem] = await Promise.all([ended, buffer(child.stdout), textOf(child.stderr)]);
  return { code, bytes, problem };
}
