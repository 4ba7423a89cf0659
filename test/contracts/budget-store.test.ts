import { MemoryBudgets } from "../../src/github/budget/memory-budgets.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { budgetContract } from "./budget-contract.ts";
import { budgetStoreContract } from "./budget-store-contract.ts";
import { dataFolder } from "./data-folder.ts";

budgetContract("in memory", async () => {
  const budgets = new MemoryBudgets();
  return { processes: [budgets, budgets], close: async () => undefined };
});

budgetStoreContract("SQLite", async () => {
  const { folder, remove } = await dataFolder();
  const [one, other] = [await openDatabase({ dataFolder: folder }), await openDatabase({ dataFolder: folder })];
  return {
    databases: [one, other],
    close: async () => {
      await one.close();
      await other.close();
      await remove();
    },
  };
});
