import type { Clock } from "../core/clock.ts";
import { openFeatureStores } from "../features/index.ts";
import type { Measurer } from "../report/measurer.ts";
import { KnowledgeStore } from "../storage/knowledge-store.ts";
import type { Database, DatabasePlace } from "../storage/open-database.ts";
import { RecordStore } from "../storage/record-store.ts";
import { RepositoryMeasurer, type MeasurerReads } from "./repository-measurer.ts";

/** What a measurer has to know when it starts. */
export interface MeasurerSettings extends DatabasePlace {
  /** GitHub's address for people, such as `https://github.com`. */
  readonly webUrl: string;
}

/** Measures over a database, for the worker thread: the third place that picks adapters. */
export function composeMeasurer(database: Database, { webUrl }: Pick<MeasurerSettings, "webUrl">): RepositoryMeasurer {
  const knowledge = new KnowledgeStore(database, webUrl, () => new Date());
  return new RepositoryMeasurer({ ...openFeatureStores(database), records: new RecordStore(database), knowledge });
}

/**
 * A measurer on the thread that calls: for the command line, where nobody else waits, and for tests. `close` leaves the
 * stores open.
 */
export function createMeasurer(reads: MeasurerReads, clock: Clock): Measurer {
  const measurer = new RepositoryMeasurer(reads);
  return {
    report: (repository, period) => measurer.report(repository, period, clock()),
    threadsBehind: (repository, query) => measurer.threadsBehind(repository, query, clock()),
    close: async () => measurer.clear(),
  };
}
