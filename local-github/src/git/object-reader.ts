import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import type { GitObject } from "../world/git.ts";
import { GitError, gitEnvironment } from "./run-git.ts";

/** An object; its bytes are empty where they were not wanted. */
export interface ReadObject extends GitObject {
  readonly content: Buffer;
}

/** Kind and size alone, or the bytes too. */
export type Wanted = "info" | "contents";

interface Pending {
  readonly wanted: Wanted;
  readonly resolve: (object: ReadObject | undefined) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Looks objects up through one resident `git cat-file`, which answers in a fraction of the time that a process for each
 * would take to start. It starts with the first question, sees what other processes write, and does not keep ours alive.
 * https://git-scm.com/docs/git-cat-file#_batch_output
 */
export class ObjectReader {
  readonly #folder: string;
  readonly #pending: Pending[] = [];
  #child: ChildProcessWithoutNullStreams | undefined;
  #alternates = 0;
  #chunks: Buffer[] = [];
  #length = 0;
  /** Bytes without which there is no use in looking. */
  #needed = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** What a revision names ("refs/heads/x", "<id>^{tree}", "<id>:docs/a.md"); undefined where there is no such object. */
  async read(wanted: Wanted, revision: string): Promise<ReadObject | undefined> {
    // A question is a line.
    if (revision === "" || /[\n\0]/.test(revision)) return undefined;
    const found = await this.#ask(wanted, revision);
    if (found || this.#alternates === this.#alternatesNow()) return found;
    // The process has read where else objects are when it began: a fork since then is unknown to it.
    if (this.#pending.length === 0) {
      this.close();
      this.#child = undefined;
    }
    const fresh = new ObjectReader(this.#folder);
    return fresh.#ask(wanted, revision).finally(() => fresh.close());
  }

  async #ask(wanted: Wanted, revision: string): Promise<ReadObject | undefined> {
    const child = (this.#child ??= this.#start());
    return new Promise((resolve, reject) => {
      this.#pending.push({ wanted, resolve, reject });
      child.ref();
      child.stdin.write(`${wanted} ${revision}\n`);
    });
  }

  /** Ends the process; what was asked and not answered yet is rejected. */
  close(): void {
    this.#child?.kill();
  }

  /** How much the list of other stores holds: it only grows. */
  #alternatesNow(): number {
    return statSync(join(this.#folder, "objects", "info", "alternates"), { throwIfNoEntry: false })?.size ?? 0;
  }

  #start(): ChildProcessWithoutNullStreams {
    this.#alternates = this.#alternatesNow();
    const args = [`--git-dir=${this.#folder}`, "cat-file", "--batch-command"];
    const child = spawn("git", args, { env: gitEnvironment() });
    for (const stream of [child.stdin, child.stdout, child.stderr]) (stream as { unref?: () => void }).unref?.();
    child.unref();
    child.stdout.on("data", (chunk: Buffer) => this.#receive(child, chunk));
    // Read, so that the process never waits for somebody to do so.
    child.stderr.resume();
    child.stdin.on("error", () => {});
    const end = (error?: Error): void => {
      if (this.#child !== child) return;
      this.#child = undefined;
      this.#take(this.#length);
      this.#needed = 0;
      const failure = error ?? new GitError("cat-file", child.exitCode ?? 1, "it ended");
      for (const { reject } of this.#pending.splice(0)) reject(failure);
    };
    child.on("error", end);
    child.on("close", () => end());
    return child;
  }

  #receive(child: ChildProcessWithoutNullStreams, chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    while (this.#pending.length > 0 && this.#length >= this.#needed) {
      if (!this.#answerNext()) break;
    }
    if (this.#pending.length === 0) child.unref();
  }

  /** Answers the oldest question; false when more bytes have to come first. */
  #answerNext(): boolean {
    const received = Buffer.concat(this.#chunks);
    this.#chunks = [received];
    const lineEnd = received.indexOf("\n");
    if (lineEnd < 0) return false;
    const [, sha = "", type, size] =
      /^([0-9a-f]{40}) (blob|tree|commit|tag) (\d+)$/.exec(received.toString("utf8", 0, lineEnd)) ?? [];
    // Anything else is "<revision> missing" or "<revision> ambiguous".
    const isThere = type === "blob" || type === "tree" || type === "commit" || type === "tag";
    const bytes = isThere && this.#pending[0]?.wanted === "contents" ? Number(size) + 1 : 0;
    this.#needed = lineEnd + 1 + bytes;
    if (this.#length < this.#needed) return false;
    const content = received.subarray(lineEnd + 1, Math.max(lineEnd + 1, this.#needed - 1));
    this.#take(this.#needed);
    this.#needed = 0;
    this.#pending.shift()?.resolve(isThere ? { sha, type, size: Number(size), content } : undefined);
    return true;
  }

  #take(bytes: number): void {
    const rest = Buffer.concat(this.#chunks).subarray(bytes);
    this.#chunks = rest.length === 0 ? [] : [rest];
    this.#length = rest.length;
  }
}
