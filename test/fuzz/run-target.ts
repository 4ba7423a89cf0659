import fc from "fast-check";
import { chanceFrom } from "./chance.ts";
import { watchCoverage } from "./covered.ts";
import { minimise } from "./minimise.ts";
import { mutate } from "./mutate.ts";
import type { FuzzTarget, OpenTarget } from "./target.ts";

/** How long and how to fuzz. */
export interface FuzzRun {
  readonly seed: number;
  /** The kept inputs, with which it begins. */
  readonly kept: readonly string[];
  /** Ends at the next input once this says so. */
  readonly isOver: (executions: number) => boolean;
  /** Whether inputs that reach new code are changed on, as V8's counters tell. Costs time. */
  readonly isGuided?: boolean;
}

/** What became of it. */
export interface FuzzOutcome {
  readonly executions: number;
  /** Each kind of failure once. */
  readonly failures: readonly Failure[];
  readonly slow: readonly Slow[];
  /** Inputs that reached new code. */
  readonly found: number;
}

export interface Failure {
  readonly message: string;
  /** The shortest text that was found to fail so. */
  readonly input: string;
}

/** An input that took more processor time than its target's bound. */
export interface Slow {
  readonly input: string;
  readonly ms: number;
}

/** Called before and behind each check, so that somebody else can see which one does not end. */
export interface Watcher {
  begins(input: string): void;
  ends(): void;
}

const batchSize = 60;
const maxFailures = 20;
const maxPool = 600;

/** Fuzzes one target: its corpus first, then texts by its grammar and changed ones, in batches. */
export async function runTarget(target: FuzzTarget, run: FuzzRun, watcher?: Watcher): Promise<FuzzOutcome> {
  const open = await target.open();
  const covered = run.isGuided === true ? await watchCoverage() : undefined;
  const course = new Course(target, open, watcher);
  const pool = [...run.kept];
  try {
    for (let batch = 0; !run.isOver(course.executions); batch += 1) {
      const inputs = batch === 0 ? run.kept : batchOf(target, pool, run.seed + batch);
      for (const input of inputs) {
        if (run.isOver(course.executions)) break;
        await course.take(input);
      }
      // Which of the batch it was does not matter much: all of them are near to what is new.
      if (covered && (await covered.newParts()) > 0 && batch > 0) course.found += remember(pool, inputs);
    }
  } finally {
    await covered?.close();
    await open.close?.();
  }
  return { executions: course.executions, failures: course.failures, slow: course.slow, found: course.found };
}

function remember(pool: string[], inputs: readonly string[]): number {
  const short = inputs.filter((it) => it.length < 5_000);
  pool.push(...short);
  if (pool.length > maxPool) pool.splice(0, pool.length - maxPool);
  return short.length;
}

/** Two thirds of a batch are changed texts, the rest is by the grammar. */
function batchOf({ inputs, words, maxLength }: FuzzTarget, pool: readonly string[], seed: number): string[] {
  const chance = chanceFrom(seed);
  const fresh = fc.sample(inputs, { seed, numRuns: batchSize / 2 }).map((it) => it.slice(0, maxLength));
  const others = [...pool, ...fresh];
  const changed = Array.from({ length: batchSize }, () =>
    mutate(chance.pick(others), { chance, words, others, maxLength }),
  );
  return [...fresh, ...changed];
}

class Course {
  executions = 0;
  found = 0;
  readonly failures: Failure[] = [];
  readonly slow: Slow[] = [];
  readonly #target: FuzzTarget;
  readonly #open: OpenTarget;
  readonly #watcher: Watcher | undefined;

  constructor(target: FuzzTarget, open: OpenTarget, watcher: Watcher | undefined) {
    this.#target = target;
    this.#open = open;
    this.#watcher = watcher;
  }

  async take(input: string): Promise<void> {
    const before = process.threadCpuUsage();
    const message = await this.#problemWith(input);
    const { user, system } = process.threadCpuUsage(before);
    const ms = (user + system) / 1000;
    this.executions += 1;
    if (ms > this.#target.boundMs) this.#noteSlow({ input, ms });
    if (message !== undefined) await this.#noteFailure(input, message);
  }

  async #problemWith(input: string): Promise<string | undefined> {
    this.#watcher?.begins(input);
    try {
      await this.#open.check(input);
      return undefined;
    } catch (error) {
      return error instanceof Error ? (error.stack ?? error.message) : String(error);
    } finally {
      this.#watcher?.ends();
    }
  }

  /** The slowest three are told. */
  #noteSlow(slow: Slow): void {
    this.slow.push(slow);
    this.slow.sort((a, b) => b.ms - a.ms).splice(3);
  }

  async #noteFailure(input: string, message: string): Promise<void> {
    const kind = kindOf(message);
    if (this.failures.length >= maxFailures || this.failures.some((it) => kindOf(it.message) === kind)) return;
    const smallest = await minimise(input, async (text) => {
      const problem = await this.#problemWith(text);
      return problem !== undefined && kindOf(problem) === kind;
    });
    this.failures.push({ input: smallest, message: (await this.#problemWith(smallest)) ?? message });
  }
}

/** Failures are alike when they come from the same place with the same first words. */
function kindOf(message: string): string {
  const [first = "", ...rest] = message.split("\n");
  const place = rest.find((it) => /^\s+at .*\.ts:\d+/u.test(it)) ?? "";
  return `${first.slice(0, 40).replaceAll(/\d+/gu, "0")} ${place.replace(/^.*\//u, "")}`;
}
