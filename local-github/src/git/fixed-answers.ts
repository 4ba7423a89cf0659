import type { GitOutput } from "./run-git.ts";

/** Commands that only read, and whose answer follows from the objects they are given. */
const reading = new Set(["diff-tree", "log", "ls-tree", "merge-base", "merge-tree", "rev-list"]);
const objectIds = /^[0-9a-f]{40}(?:\.{2,3}[0-9a-f]{40})?$/;
const maxAnswers = 1000;
const maxBytes = 100_000;

/**
 * Remembers what git answers about objects named by their ids alone: an object never changes, so neither does that. The
 * same commit, tree or comparison is asked for again and again, and each time a process would start.
 */
export class FixedAnswers {
  readonly #answers = new Map<string, Promise<GitOutput>>();

  /** The answer to these arguments, by `run` where it is not remembered. */
  async get(args: readonly string[], run: () => Promise<GitOutput>): Promise<GitOutput> {
    if (!isFixed(args)) return run();
    const key = args.join("\0");
    const known = this.#answers.get(key);
    this.#answers.delete(key);
    const answer = known ?? run();
    this.#answers.set(key, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > maxAnswers && oldest !== undefined) this.#answers.delete(oldest);
    const forget = (): void => {
      if (this.#answers.get(key) === answer) this.#answers.delete(key);
    };
    // 0 and 1 are answers. Anything else may be another tomorrow, when an object is there that is missing today.
    return answer.then(
      (output) => {
        if (output.exitCode > 1 || output.stdout.length > maxBytes) forget();
        return output;
      },
      (error: unknown) => {
        forget();
        throw error;
      },
    );
  }
}

function isFixed(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  const [command = "", ...revisions] = (end < 0 ? args : args.slice(0, end)).filter((it) => !it.startsWith("-"));
  return reading.has(command) && revisions.length > 0 && revisions.every((it) => objectIds.test(it));
}
