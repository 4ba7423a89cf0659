import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freshBudget, type BudgetState, type GitHubBudgets } from "../../src/core/github-budget.ts";
import { askToWrite } from "../../src/github/budget/ask.ts";
import { usualLimits } from "../../src/github/budget/limits.ts";

/** What each of some processes has of the same budgets. */
export interface OpenedBudgets {
  readonly processes: readonly [GitHubBudgets, GitHubBudgets, ...GitHubBudgets[]];
  close(): Promise<void>;
}

const at = Date.parse("2026-03-02T12:00:00Z");

const found = (budgets: GitHubBudgets, lane = "7") => budgets.change(lane, (state) => ({ result: state }));
const put = (budgets: GitHubBudgets, minute: number, lane = "7") =>
  budgets.change(lane, (state) => ({ state: { ...state, fullAt: { minute }, at }, result: undefined }));

/** What every adapter of `GitHubBudgets` must do. */
export function budgetContract(name: string, open: () => Promise<OpenedBudgets>): void {
  describe(`budgets: ${name}`, () => {
    let opened: OpenedBudgets;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    it("are fresh before anybody has used them", async () => {
      expect(await found(opened.processes[0])).toEqual(freshBudget);
    });

    it("give a step what the last one left, whichever process it was, and its result to whoever asked", async () => {
      const [one, other] = opened.processes;
      const state: BudgetState = {
        fullAt: { minute: at + 1, graphql: at + 0.5 },
        heldUntil: { writes: at + 2 },
        limited: { requests: { times: 3, probeUntil: at + 4 } },
        turn: { holder: "a|1|b", until: at + 5 },
        at,
      };
      expect(await one.change("7", () => ({ state, result: "done" }))).toBe("done");
      expect(await found(other)).toEqual(state);
      expect(await found(one)).toEqual(state);
    });

    it("tell a step that changes nothing what another process has changed meanwhile", async () => {
      const [one, other] = opened.processes;
      await put(one, at);
      await put(other, at + 1);
      expect(await found(one)).toMatchObject({ fullAt: { minute: at + 1 } });
    });

    it("keep installations apart", async () => {
      const [one] = opened.processes;
      await put(one, at, "7");
      await put(one, at + 1, "8");
      expect(await found(one, "7")).toMatchObject({ fullAt: { minute: at } });
      expect(await found(one, "8")).toMatchObject({ fullAt: { minute: at + 1 } });
    });

    it("lose no step, however many make one at the same time", async () => {
      const { processes } = opened;
      const step = (state: BudgetState) => {
        const minute = (state.fullAt.minute ?? 0) + 1;
        return { state: { ...state, fullAt: { minute }, at }, result: minute };
      };
      const all = processes.flatMap((it) => Array.from({ length: 25 }, () => it.change("7", step)));
      const results = await Promise.all(all);
      expect(results.toSorted((a, b) => a - b)).toEqual(all.map((_, index) => index + 1));
    });

    it("give the turn to write to one process of all that ask for it at once", async () => {
      const verdicts = await Promise.all(
        opened.processes.map((it, index) =>
          it.change("7", (state) =>
            askToWrite(state, { resource: "rest", urgency: "interactive", holder: String(index) }, usualLimits, at),
          ),
        ),
      );
      expect(verdicts.filter(({ isGranted }) => isGranted)).toHaveLength(1);
    });

    it("go on after a step that throws", async () => {
      const [one] = opened.processes;
      const failing = one.change("7", () => {
        throw new Error("a bug");
      });
      await expect(failing).rejects.toThrow("a bug");
      await put(one, at);
      expect(await found(one)).toMatchObject({ fullAt: { minute: at } });
    });
  });
}
