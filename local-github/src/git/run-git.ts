import { spawn } from "node:child_process";

/** A git command that failed: which one, with what it said on standard error. */
export class GitError extends Error {
  override name = "GitError";
  readonly exitCode: number;

  constructor(command: string, exitCode: number, stderr: string) {
    super(`git ${command}: ${stderr.trim() || `exit code ${exitCode}`}`);
    this.exitCode = exitCode;
  }
}

/** One run of git on a bare repository. */
export interface GitCommand {
  readonly folder: string;
  readonly args: readonly string[];
  /** Besides `gitEnvironment`. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array | AsyncIterable<string | Uint8Array>;
}

/** What a git command gets besides its arguments. */
export interface GitInput extends Pick<GitCommand, "environment" | "stdin"> {
  /** Exit codes that are answers, not failures. Zero by default. */
  readonly accept?: readonly number[];
}

/** What a git process answered. */
export interface GitOutput {
  readonly stdout: Buffer;
  readonly stderr: string;
  readonly exitCode: number;
}

/**
 * The environment of every git process: nobody's own configuration, no prompts, one time zone, one language.
 * `safe.directory` is read from the command scope alone (git-config(1)), which `GIT_CONFIG_COUNT` belongs to.
 */
export function gitEnvironment(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    PATH: process.env["PATH"] ?? "/usr/bin:/bin",
    HOME: "/nonexistent",
    LC_ALL: "C",
    TZ: "UTC",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_TERMINAL_PROMPT: "0",
    GIT_AUTHOR_NAME: "local-github",
    GIT_AUTHOR_EMAIL: "noreply@github.com",
    GIT_COMMITTER_NAME: "local-github",
    GIT_COMMITTER_EMAIL: "noreply@github.com",
    GIT_CONFIG_COUNT: "4",
    GIT_CONFIG_KEY_0: "safe.directory",
    GIT_CONFIG_VALUE_0: "*",
    GIT_CONFIG_KEY_1: "core.quotePath",
    GIT_CONFIG_VALUE_1: "false",
    GIT_CONFIG_KEY_2: "gc.auto",
    GIT_CONFIG_VALUE_2: "0",
    GIT_CONFIG_KEY_3: "http.receivepack",
    GIT_CONFIG_VALUE_3: "false",
    ...extra,
  };
}

/** Runs one git command as a child of this process; resolves with whatever its exit code is. */
export async function runGit({ folder, args, environment, stdin }: GitCommand): Promise<GitOutput> {
  const child = spawn("git", [`--git-dir=${folder}`, ...args], { env: gitEnvironment(environment) });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
  // Git may answer and leave before it has read everything; its exit code counts, not the broken pipe.
  child.stdin.on("error", () => {});
  const exited = new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
  await Promise.all([feed(child.stdin, stdin), exited]);
  return { stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString(), exitCode: await exited };
}

async function feed(stdin: NodeJS.WritableStream, content: GitCommand["stdin"]): Promise<void> {
  if (content !== undefined && typeof content !== "string" && !(content instanceof Uint8Array)) {
    for await (const chunk of content) {
      if (!stdin.writable) break;
      if (!stdin.write(chunk)) await drained(stdin);
    }
    stdin.end();
    return;
  }
  stdin.end(content ?? "");
}

function drained(stdin: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      stdin.off("drain", done);
      stdin.off("close", done);
      resolve();
    };
    stdin.on("drain", done);
    stdin.on("close", done);
  });
}
