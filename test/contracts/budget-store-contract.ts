import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dayMs } from "../../src/core/clock.ts";
import type { BudgetState } from "../../src/core/github-budget.ts";
import { BudgetStore } from "../../src/storage/budget-store.ts";
import type { Database } from "../../src/storage/open-database.ts";
import { budgetContract } from "./budget-contract.ts";

/** The same database opened several times. */
export interface OpenedDatabases {
  readonly databases: readonly [Database, Database, ...Database[]];
  close(): Promise<void>;
}

const at = Date.parse("2026-03-02T12:00:00Z");

/** What the budgets in a database do beside. */
export function budgetStoreContract(engine: string, open: () => Promise<OpenedDatabases>): void {
  budgetContract(engine, async () => {
    const { databases, close } = await open();
    const [one, other, ...more] = databases;
    return {
      processes: [new BudgetStore(one), new BudgetStore(other), ...more.map((it) => new BudgetStore(it))],
      close,
    };
  });

  describe(`budgets in a database: ${engine}`, () => {
    let opened: OpenedDatabases;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    const change = (store: BudgetStore, lane: string, state: Partial<BudgetState>) =>
      store.change(lane, (before) => ({ state: { ...before, at, ...state }, result: undefined }));
    const found = (store: BudgetStore, lane: string) => store.change(lane, (state) => ({ result: state }));

    it("outlive the process", async () => {
      const [database] = opened.databases;
      await change(new BudgetStore(database), "7", { fullAt: { hour: at } });
      expect(await found(new BudgetStore(database), "7")).toMatchObject({ fullAt: { hour: at } });
    });

    it("end the turns of processes that are gone, and of no others", async () => {
      const [database, beside] = opened.databases;
      const store = new BudgetStore(database);
      await change(store, "7", { turn: { holder: "gone", until: at }, fullAt: { hour: at } });
      await change(store, "8", { turn: { holder: "alive", until: at } });
      await change(store, "9", {});
      await new BudgetStore(beside).endTurns((holder) => holder === "gone");
      expect(await found(store, "7")).toEqual({ fullAt: { hour: at }, heldUntil: {}, limited: {}, at });
      expect(await found(store, "8")).toMatchObject({ turn: { holder: "alive" } });
    });

    it("are forgotten when nobody has used them for a day, and whoever remembers them takes up the new ones", async () => {
      const [database, beside] = opened.databases;
      const [old, young] = [new BudgetStore(database), new BudgetStore(beside)];
      await change(old, "7", { fullAt: { hour: 1 } });
      await change(old, "8", { fullAt: { hour: 1 }, at: at + dayMs });
      await change(young, "9", { at: at + dayMs + 1 });
      const lanes = await database.db.selectFrom("github_budgets").select("lane").orderBy("lane").execute();
      expect(lanes).toEqual([{ lane: "8" }, { lane: "9" }]);
      // As often as it was changed before: a version that only counted changes would be the same again.
      await change(young, "7", { fullAt: { hour: 2 }, at: at + dayMs + 2 });
      const seen = await old.change("7", (state) => ({ state: { ...state, at: at + dayMs + 3 }, result: state }));
      expect(seen).toMatchObject({ fullAt: { hour: 2 } });
    });

    it("take one statement for a change that nobody came between", async () => {
      const [database, beside] = opened.databases;
      const store = new BudgetStore(database);
      await change(store, "7", {});
      const statements: string[] = [];
      const counted = new BudgetStore({ db: counting(database.db, statements) });
      await change(counted, "7", { fullAt: { hour: 1 } });
      statements.length = 0;
      for (let hour = 2; hour < 6; hour++) await change(counted, "7", { fullAt: { hour } });
      expect(statements).toEqual(Array.from({ length: 4 }, () => "UpdateQueryNode"));
      await change(new BudgetStore(beside), "7", { fullAt: { hour: 7 } });
      statements.length = 0;
      await change(counted, "7", { fullAt: { hour: 8 } });
      expect(statements).toEqual(["UpdateQueryNode", "SelectQueryNode", "UpdateQueryNode"]);
    });
  });
}

function counting(db: Database["db"], statements: string[]): Database["db"] {
  return db.withPlugin({
    transformQuery: ({ node }) => {
      statements.push(node.kind);
      return node;
    },
    transformResult: async ({ result }) => result,
  });
}
