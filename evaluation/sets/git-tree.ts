import { spawn } from "node:child_process";
import { buffer, text as textOf } from "node:stream/consumers";
import { SetError } from "./set-error.ts";

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

  /** Many files as text, in their order, one process for all. Rejects with `SetError` for the first that is not there. */
  async readAll(files: readonly TreeFile[]): Promise<readonly { readonly path: string; readonly text: string }[]> {
    const asked = files.map(({ blob }) => `${blob}\n`).join("");
    const { bytes } = await git(this.#folder, ["cat-file", "--batch"], asked);
    const texts: { path: string; text: string }[] = [];
    let at = 0;
    for (const { path } of files) {
      const end = bytes.indexOf(0x0a, at);
      const head = bytes.toString("latin1", at, end);
      const [, length] = /^[0-9a-f]+ blob (\d+)$/u.exec(head) ?? [];
      // A partial clone lists files that it has not got.
      if (length === undefined) throw new SetError(`${this.#folder}: ${path} cannot be read: ${head}`);
      const start = end + 1;
      texts.push({ path, text: bytes.toString("utf8", start, start + Number(length)) });
      at = start + Number(length) + 1;
    }
    return texts;
  }

  async #ask(args: readonly string[]): Promise<{ output: string }> {
    const { code, bytes, problem } = await git(this.#folder, args);
    if (code !== 0) throw new SetError(`${this.#folder}: ${problem.trim().split("\n")[0] ?? ""}`);
    return { output: bytes.toString("utf8") };
  }
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
