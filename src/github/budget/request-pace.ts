import type { Clock } from "../../core/clock.ts";
import { secondMs } from "../../core/clock.ts";
import type { Callable, GitHubBudgets, Held, Resource } from "../../core/github-budget.ts";
import { realTime, type Stopwatch } from "../stopwatch.ts";
import { askToWrite, endTurn, type Denied, type Granted, type Verdict, type Wish } from "./ask.ts";
import { endProbe, holdBack, type Hold } from "./holds.ts";
import { usualLimits, type BudgetLimits, type Urgency } from "./limits.ts";
import { PutBack } from "./put-back.ts";
import { Quotas } from "./quotas.ts";
import { ReadPoints } from "./read-points.ts";
import { NoneToSpareError, UrgencyOfCalls } from "./urgency.ts";
import { WriteTurns } from "./write-turns.ts";

export interface PaceOptions {
  /** By which short waits are slept; real time when missing. */
  readonly stopwatch?: Stopwatch;
  /** GitHub's own, less a quarter, when missing. */
  readonly limits?: BudgetLimits;
  /** How many writes of one installation may be under way or wait for their turn in this process. */
  readonly maxInLane?: number;
}

export interface PaceDeps {
  readonly budgets: GitHubBudgets;
  /** This process, among all that share the budgets. */
  readonly holder: string;
  readonly clock: Clock;
  readonly log: { warn(message: string): void };
}

/** What an answer, or its lack, tells of GitHub's limits. */
export interface Heard {
  readonly headers: Readonly<Record<string, unknown>>;
  /** What GitHub asks us to wait with. */
  readonly hold: Hold | undefined;
  /** Whether GitHub has said anything: a broken connection and a 5xx tell nothing of limits. */
  readonly isAnswered: boolean;
}

/**
 * So long a request may wait for room, in milliseconds. What somebody waits for lasts until a token comes back, or a
 * write of another process has ended; nothing else is in its way that long.
 */
const patienceMs: Readonly<Record<Urgency, number>> = {
  interactive: 2.5 * secondMs,
  background: secondMs / 2,
  spare: 0,
};

/**
 * Keeps requests within what GitHub allows an installation, over all processes: writes one after the other and as fast
 * as the buckets let them, reads within points a minute and the quota of the hour (`limits.ts`). What finds no room
 * within a moment is rejected with `RateLimitError`: its delivery is put back, and its worker is free for others.
 */
export class RequestPace {
  readonly urgency = new UrgencyOfCalls();
  readonly quotas = new Quotas();
  readonly #deps: PaceDeps;
  readonly #limits: BudgetLimits;
  readonly #stopwatch: Stopwatch;
  readonly #turns: WriteTurns;
  readonly #points: ReadPoints;
  readonly #putBack: PutBack;
  /** Lanes in which the turn to write is ours, and what calls off that it is given back. */
  readonly #kept = new Map<string, () => void>();

  constructor(deps: PaceDeps, { stopwatch, limits, maxInLane = 4 }: PaceOptions = {}) {
    this.#deps = deps;
    this.#limits = limits ?? usualLimits;
    this.#stopwatch = stopwatch ?? realTime;
    this.#turns = new WriteTurns(maxInLane);
    this.#points = new ReadPoints(deps.budgets, this.#limits);
    this.#putBack = new PutBack(deps.clock);
  }

  /** Runs `write` when its turn has come. `hear` tells what came of it, whether it was resolved or rejected. */
  async write<Answer>(
    lane: string,
    resource: Resource,
    write: () => Promise<Answer>,
    hear: (outcome: PromiseSettledResult<Answer>) => Heard,
  ): Promise<Answer> {
    const wish = { resource, urgency: this.urgency.current };
    if (!(await this.#turns.begin(lane, wish.urgency))) throw this.#reject(lane, wish, crowded);
    // Before the turn is asked for: what gives it back would do so in the middle of the write.
    this.#kept.get(lane)?.();
    try {
      const { probes } = await this.#patiently(lane, wish, () => this.#askForTurn(lane, wish));
      return await this.#send(lane, probes, write, hear);
    } finally {
      this.#turns.end(lane);
      if (this.#kept.has(lane) && this.#turns.isIdle(lane)) this.#giveBackSoon(lane);
    }
  }

  /** Runs `read` when there are points for it. */
  async read<Answer>(
    lane: string,
    resource: Resource,
    read: () => Promise<Answer>,
    hear: (outcome: PromiseSettledResult<Answer>) => Heard,
  ): Promise<Answer> {
    const wish = { resource, urgency: this.urgency.current };
    const { probes } = await this.#patiently(lane, wish, async () => {
      const taken = await this.#points.take(lane, wish, () => this.now());
      return "isGranted" in taken ? taken : { isGranted: true, points: 1, probes: taken };
    });
    return this.#send(lane, probes, read, hear);
  }

  /** Gives all turns back, at the end of the process; but those of writes that are under way, which end by themselves. */
  async close(): Promise<void> {
    const idle = [...this.#kept.keys()].filter((lane) => this.#turns.isIdle(lane));
    await Promise.all(idle.map((lane) => this.#giveBack(lane)));
  }

  /** The turn is ours, or given back where it was and there is no room now. */
  async #askForTurn(lane: string, wish: Wish): Promise<Verdict> {
    const { budgets, holder } = this.#deps;
    const verdict = await budgets.change(lane, (it) => askToWrite(it, { ...wish, holder }, this.#limits, this.now()));
    if (verdict.isGranted) this.#kept.set(lane, () => undefined);
    else this.#kept.delete(lane);
    return verdict;
  }

  /** Asks again until there is room; rejects when that takes longer than a moment. */
  async #patiently(lane: string, wish: Wish, ask: () => Promise<Verdict>): Promise<Granted> {
    for (let waited = 0; ;) {
      const verdict = this.quotas.deny(lane, wish, this.now()) ?? (await ask());
      if (verdict.isGranted) return verdict;
      if (waited + verdict.waitMs > patienceMs[wish.urgency]) throw this.#reject(lane, wish, verdict);
      waited += verdict.waitMs;
      await this.#stopwatch.sleep(verdict.waitMs);
    }
  }

  #reject(lane: string, wish: Wish, denied: Denied): Error {
    return wish.urgency === "spare" ? new NoneToSpareError() : this.#putBack.until(lane, wish, denied);
  }

  async #send<Answer>(
    lane: string,
    probes: readonly Callable[],
    request: () => Promise<Answer>,
    hear: (outcome: PromiseSettledResult<Answer>) => Heard,
  ): Promise<Answer> {
    const [outcome] = await Promise.allSettled([request()]);
    const { headers, hold, isAnswered } = hear(outcome);
    const { budgets } = this.#deps;
    this.quotas.learn(lane, headers, this.now());
    if (hold) {
      this.#points.drop(lane);
      this.#deps.log.warn(
        `GitHub asked us to wait ${Math.ceil(hold.ms / secondMs)} s with ${said[hold.what]} (${lane})`,
      );
      await budgets.change(lane, (it) => holdBack(it, hold, this.now()));
    } else if (probes.length > 0) {
      this.#points.drop(lane);
      await budgets.change(lane, (it) => endProbe(it, probes, isAnswered, this.now()));
    }
    if (outcome.status === "rejected") throw outcome.reason;
    return outcome.value;
  }

  /** Not at once, since a plan has often one more write. Not waited for. */
  #giveBackSoon(lane: string): void {
    this.#kept.set(
      lane,
      this.#stopwatch.later(keepTurnMs, () => void this.#giveBack(lane)),
    );
  }

  /** Where that cannot be written down, it ends by itself. */
  async #giveBack(lane: string): Promise<void> {
    const { budgets, holder, log } = this.#deps;
    this.#kept.get(lane)?.();
    this.#kept.delete(lane);
    try {
      await budgets.change(lane, (it) => endTurn(it, (other) => other === holder));
    } catch (error) {
      log.warn(`a turn to write was not given back, and ends by itself: ${String(error)}`);
    }
  }

  /** Milliseconds since 1970, by our clock. */
  now(): number {
    return this.#deps.clock().getTime();
  }
}

/** How long a process keeps the turn after a write, in milliseconds: the next one of a plan then need not take it anew. */
const keepTurnMs = 250;

const said: Readonly<Record<Held, string>> = {
  requests: "all requests",
  writes: "writes",
  rest: "REST",
  graphql: "GraphQL",
};

/** There is no telling how long those who wait will take, but more than a write. */
const crowded: Denied = {
  isGranted: false,
  because: "Other writes for this installation go first",
  waitMs: secondMs,
  stepMs: 250,
};
