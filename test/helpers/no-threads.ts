import type { Threads, ThreadSettings } from "../../src/compose-threads.ts";
import type { Clock } from "../../src/core/clock.ts";
import type { Log } from "../../src/core/log.ts";
import { runBacktest } from "../../src/backtest-thread/run-backtest.ts";
import { splitPage } from "../../src/section-thread/split-page.ts";
import { directEditor } from "../../src/faq-file/faq-editor.ts";
import { createMeasurer } from "../../src/measure-thread/compose-measurer.ts";
import { composeFinder } from "../../src/search-thread/compose-finder.ts";
import { openFeatureStores } from "../../src/features/index.ts";
import { KnowledgeStore } from "../../src/storage/knowledge-store.ts";
import { RecordStore } from "../../src/storage/record-store.ts";
import type { Database } from "../../src/storage/open-database.ts";

/**
 * Splits, finds and measures on the thread of the test: a thread of its own costs an app half a second of processor to start, and
 * what a test asks takes milliseconds. `test/section-thread`, `test/search-thread` and `test/measure-thread` hold the threads to what they promise, and the
 * tests of whole processes start them.
 */
export function noThreads(database: Database, { webUrl, embeddings }: ThreadSettings, log: Log, clock: Clock): Threads {
  const knowledge = new KnowledgeStore(database, webUrl, clock);
  const finder = composeFinder(database, { webUrl, ...(embeddings && { embeddings }) }, log);
  return {
    splitter: { split: async (path, bytes) => splitPage(path, bytes), close: async () => undefined },
    backtester: { backtest: (past) => runBacktest(past, async () => undefined), close: async () => undefined },
    editor: { ...directEditor(), close: async () => undefined },
    finder: {
      find: (repository, question, limit) => finder.find(repository, question, limit),
      close: () => finder.settled(),
    },
    measurer: createMeasurer({ ...openFeatureStores(database), records: new RecordStore(database), knowledge }, clock),
  };
}
