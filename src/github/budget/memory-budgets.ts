import { freshBudget, type BudgetState, type BudgetStep, type GitHubBudgets } from "../../core/github-budget.ts";

/** Budgets of one process alone, for as long as it lives: of a command that asks GitHub for something and ends. */
export class MemoryBudgets implements GitHubBudgets {
  readonly #states = new Map<string, BudgetState>();

  async change<Result>(lane: string, step: (before: BudgetState) => BudgetStep<Result>): Promise<Result> {
    const { state, result } = step(this.#states.get(lane) ?? freshBudget);
    if (state) this.#states.set(lane, state);
    return result;
  }
}
