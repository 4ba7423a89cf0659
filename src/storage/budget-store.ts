import type { Kysely } from "kysely";
import { dayMs } from "../core/clock.ts";
import { freshBudget, type BudgetState, type BudgetStep, type GitHubBudgets } from "../core/github-budget.ts";
import type { Database } from "./open-database.ts";
import type { Tables } from "./tables.ts";

/** A state as it stands in the database: the version grows with each change; 0 before there is any. */
interface Stored {
  readonly version: number;
  readonly state: BudgetState;
}

/** How many installations' budgets a process remembers. One that it has forgotten is read. */
const maxKnown = 5_000;

/**
 * Budgets in the database, for all processes on it, and for those that come after a crash.
 *
 * A change takes one statement: it is written only where the version is still the one that this process knows, which is
 * so unless another one has changed it meanwhile. Then it is read, and the step is made again. A step that changes
 * nothing says so of what has been read.
 */
export class BudgetStore implements GitHubBudgets {
  readonly #db: Kysely<Tables>;
  readonly #known = new Map<string, Stored>();
  /** Changes of one budget in this process come one after the other: settles when the newest has ended. */
  readonly #last = new Map<string, Promise<unknown>>();

  constructor({ db }: Pick<Database, "db">) {
    this.#db = db;
  }

  async change<Result>(lane: string, step: (before: BudgetState) => BudgetStep<Result>): Promise<Result> {
    const before = this.#last.get(lane);
    const change = this.#after(before, lane, step);
    const ended = change.then(ignore, ignore);
    this.#last.set(lane, ended);
    try {
      return await change;
    } finally {
      if (this.#last.get(lane) === ended) this.#last.delete(lane);
    }
  }

  /** At a start: nobody waits for the writes of processes that are gone. */
  async endTurns(isGone: (holder: string) => boolean): Promise<void> {
    const rows = await this.#db
      .selectFrom("github_budgets")
      .select("lane")
      .where("state", "like", '%"turn"%')
      .execute();
    for (const { lane } of rows) {
      await this.change(lane, ({ turn, ...state }) => ({
        ...(turn && isGone(turn.holder) && { state }),
        result: undefined,
      }));
    }
  }

  async #after<Result>(
    before: Promise<unknown> | undefined,
    lane: string,
    step: (before: BudgetState) => BudgetStep<Result>,
  ): Promise<Result> {
    await before;
    for (let known = this.#known.get(lane); ; known = undefined) {
      const stored = known ?? (await this.#read(lane));
      const { state, result } = step(stored.state);
      if (state === undefined) {
        if (known === undefined) return result;
        continue;
      }
      if (await this.#write(lane, stored.version, state)) return result;
    }
  }

  async #read(lane: string): Promise<Stored> {
    const row = await this.#db
      .selectFrom("github_budgets")
      .select(["version", "state"])
      .where("lane", "=", lane)
      .executeTakeFirst();
    const stored = row ? { version: row.version, state: JSON.parse(row.state) as BudgetState } : unused;
    this.#know(lane, stored);
    return stored;
  }

  /** False when another process was faster. */
  async #write(lane: string, version: number, state: BudgetState): Promise<boolean> {
    // The first is a time, so that a budget which was forgotten and comes again has none that anybody remembers.
    const row = { version: Math.max(version, state.at) + 1, state: JSON.stringify(state), changed_at: state.at };
    const written =
      version === 0
        ? await this.#insert({ lane, ...row })
        : await this.#db
            .updateTable("github_budgets")
            .set(row)
            .where("lane", "=", lane)
            .where("version", "=", version)
            .returning("version")
            .executeTakeFirst();
    if (written === undefined) return false;
    this.#know(lane, { version: row.version, state });
    return true;
  }

  /** The first of an installation since a day or more; it takes those along that nobody has used for that long. */
  async #insert(row: { lane: string; version: number; state: string; changed_at: number }) {
    await this.#db
      .deleteFrom("github_budgets")
      .where("changed_at", "<", row.changed_at - dayMs)
      .where("lane", "!=", row.lane)
      .execute();
    return this.#db
      .insertInto("github_budgets")
      .values(row)
      .onConflict((it) => it.column("lane").doNothing())
      .returning("version")
      .executeTakeFirst();
  }

  #know(lane: string, stored: Stored): void {
    // A Map keeps the order of insertion: the first is the one that was used least recently.
    this.#known.delete(lane);
    this.#known.set(lane, stored);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= maxKnown) break;
      this.#known.delete(oldest);
    }
  }
}

const unused: Stored = { version: 0, state: freshBudget };

function ignore(): void {}
