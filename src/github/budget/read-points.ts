import type { Callable, GitHubBudgets } from "../../core/github-budget.ts";
import { askToRead, type Denied, type Wish } from "./ask.ts";
import { pointsLastMs, type BudgetLimits } from "./limits.ts";

interface Points {
  left: number;
  readonly until: number;
  /** Limits that the request which takes the only point tells the end of. */
  readonly probes: readonly Callable[];
}

/** The points of this process for reads: taken of an installation's budget by the dozen, so that most reads ask nobody. */
export class ReadPoints {
  readonly #budgets: GitHubBudgets;
  readonly #limits: BudgetLimits;
  readonly #points = new Map<string, Points>();
  readonly #asking = new Map<string, Promise<Denied | undefined>>();

  constructor(budgets: GitHubBudgets, limits: BudgetLimits) {
    this.#budgets = budgets;
    this.#limits = limits;
  }

  /** One point; or why there is none. */
  async take(lane: string, wish: Wish, now: () => number): Promise<readonly Callable[] | Denied> {
    const key = `${lane} ${wish.resource}`;
    for (let isFresh = false; ; isFresh = true) {
      const points = this.#points.get(key);
      // Just taken, they are good whatever the clock says by now.
      if (points !== undefined && points.left > 0 && (isFresh || points.until > now())) {
        points.left -= 1;
        return points.probes;
      }
      // One asks for all that read at this moment with the same right to it.
      const denied = await (this.#asking.get(`${key} ${wish.urgency}`) ?? this.#ask(key, lane, wish, now));
      if (denied) return denied;
    }
  }

  /** Forgets what is left: GitHub has asked us to wait, and whoever wants to read has to ask whether that is over. */
  drop(lane: string): void {
    for (const key of this.#points.keys()) if (key.startsWith(`${lane} `)) this.#points.delete(key);
  }

  #ask(key: string, lane: string, wish: Wish, now: () => number): Promise<Denied | undefined> {
    const asking = this.#budgets
      .change(lane, (budget) => askToRead(budget, wish, this.#limits, now()))
      .then((verdict) => {
        if (!verdict.isGranted) return verdict;
        for (const [known, { until }] of this.#points) if (until <= now()) this.#points.delete(known);
        this.#points.set(key, { left: verdict.points, until: now() + pointsLastMs, probes: verdict.probes });
        return undefined;
      })
      .finally(() => this.#asking.delete(`${key} ${wish.urgency}`));
    this.#asking.set(`${key} ${wish.urgency}`, asking);
    return asking;
  }
}
