import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What git knows of a folder. */
export interface GitDates {
  /** The folder's path from the root of the checkout, with a slash at its end; empty for the root. */
  readonly prefix: string;
  /** When each file was added, by its path from the folder; a renamed file keeps its date. Missing for a shallow checkout. */
  readonly addedAt?: ReadonlyMap<string, Date>;
}

/** Asks git about a folder; undefined where it is not in a checkout, or there is no git. */
export async function gitDates(folder: string): Promise<GitDates | undefined> {
  const answer = await git(folder, ["rev-parse", "--is-shallow-repository", "--show-prefix"]);
  if (answer === undefined) return undefined;
  const [isShallow = "", prefix = ""] = answer.split("\n");
  if (isShallow === "true") return { prefix };
  const log = await git(folder, [...addedFiles, "--format=%x00%ct", "--relative", "-z", "--", "."]);
  return { prefix, ...(log !== undefined && { addedAt: readLog(log) }) };
}

const addedFiles = ["log", "--reverse", "--no-ext-diff", "--find-renames", "--diff-filter=AR", "--name-status"];

/** Its answer; undefined where it refuses, since a folder without history is nothing wrong. */
async function git(folder: string, args: readonly string[]): Promise<string | undefined> {
  const safe = ["-C", folder, "-c", "log.showSignature=false", "-c", "core.fsmonitor=false"];
  try {
    return (await run("git", [...safe, ...args], { maxBuffer: 1 << 28, encoding: "utf8" })).stdout;
  } catch {
    return undefined;
  }
}

/**
 * Reads `--name-status -z` with commits oldest first: after each commit's time come `A`, path or `R<likeness>`, old path, new
 * path, each ended by NUL.
 */
export function readLog(log: string): ReadonlyMap<string, Date> {
  const dates = new Map<string, Date>();
  const words = log.split("\0").map((word) => word.replace(/^\n/u, ""));
  let at = new Date(0);
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? "";
    if (/^\d+$/u.test(word)) at = new Date(Number(word) * 1000);
    else if (word === "A") dates.set(words[++i] ?? "", at);
    else if (/^R\d*$/u.test(word)) {
      const before = dates.get(words[++i] ?? "");
      dates.set(words[++i] ?? "", before ?? at);
    }
  }
  return dates;
}
