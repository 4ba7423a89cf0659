import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { BackfillProgress } from "../../src/features/timeline/progress.ts";
import { ProgressStore } from "../../src/features/timeline/store/progress-store.ts";
import { TimelineStore } from "../../src/features/timeline/store/timeline-store.ts";
import type { Database } from "../../src/storage/open-database.ts";
import { repository } from "../helpers/builders.ts";
import { aReading, facts, second } from "../helpers/thread-facts.ts";
import { engineName, openTestDatabase } from "../helpers/test-database.ts";

const other = { ...repository, id: 8 };

describe(`the store of how far history is, on ${engineName}`, () => {
  let database: Database;
  let store: ProgressStore;
  let timelines: TimelineStore;
  beforeEach(async () => {
    database = await openTestDatabase();
    store = new ProgressStore(database);
    timelines = new TimelineStore(database);
  });
  afterEach(() => database.close());

  const read = (number: number, closed = false) =>
    timelines.takeIn(
      repository,
      facts({
        number,
        reading: aReading(9, { observed: closed ? { closed: { reason: "resolved", at: second(9) } } : {} }),
      }),
    );

  it("keeps how far the backfill is, and the later end of a sweep", async () => {
    const progress: BackfillProgress = { startedAt: second(0), updatedAt: second(1), phase: "open", read: 1, total: 9 };
    expect(await store.findBackfill(repository)).toBeUndefined();
    await store.keepSweptTo(repository, new Date(second(5)));
    await store.keepBackfill(repository, progress);
    await store.keepSweptTo(repository, new Date(second(3)));
    expect(await store.findBackfill(repository)).toEqual(progress);
    expect(await store.sweptTo(repository)).toEqual(new Date(second(5)));
    expect(await store.findBackfill(other)).toBeUndefined();
    await store.forgetRepository(repository);
    expect(await store.sweptTo(repository)).toBeUndefined();
  });

  it("tells which threads are known, and which open ones a sweep did not list", async () => {
    for (const number of [1, 2, 3]) await read(number);
    await read(4, true);
    expect(await store.countThreads(repository)).toEqual({ threads: 4, open: 3 });
    expect(new Set((await store.knownThreads(repository, [2, 4, 9])).keys())).toEqual(new Set([2, 4]));
    expect((await store.knownThreads(repository, [4])).get(4)).toMatchObject({
      asker: "ann",
      topLevelComments: 0,
      observed: { closed: { at: second(9) } },
    });
    expect((await store.knownThreads(repository, [4])).get(4)).not.toHaveProperty("fullTo");
    await timelines.takeIn(repository, facts({ number: 4, reading: aReading(5, { isFull: true }) }));
    expect((await store.knownThreads(repository, [4])).get(4)).toMatchObject({
      fullTo: second(5),
      observed: { updatedAt: second(9) },
    });
    expect(await store.openButNotListed(repository, "now", 9)).toEqual([1, 2, 3]);
    await store.markListed(repository, [1, 3], "now");
    expect(await store.openButNotListed(repository, "now", 9)).toEqual([2]);
    expect(await store.openButNotListed(repository, "later", 2)).toEqual([1, 2]);
    // Read again, it is still listed.
    await read(1);
    expect(await store.openButNotListed(repository, "now", 9)).toEqual([2]);
  });
});
