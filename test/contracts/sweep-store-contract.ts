import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SweepRecords } from "../../src/features/redelivery/store/sweep-records.ts";

/** An empty store on one adapter. */
export interface SweepWorld {
  readonly store: SweepRecords;
  close(): Promise<void>;
}

const lost = (guid: string, at: number) => ({ guid, attempt: "3804004623172239366", at, asked: 1, askedAt: at + 5 });

/** What every store of lost webhooks keeps, whichever database is behind it. */
export function sweepStoreContract(adapter: string, open: () => Promise<SweepWorld>): void {
  describe(`the store of lost webhooks on ${adapter}`, () => {
    let world: SweepWorld;
    beforeEach(async () => {
      world = await open();
    });
    afterEach(() => world.close());

    it("knows nothing at first", async () => {
      expect(await world.store.findSweep()).toEqual({ lost: [] });
    });

    it("keeps the last one, oldest first, with ids in all their digits", async () => {
      const { store } = world;
      await store.keepSweep({ seenTo: 1_772_712_000_000, lost: [lost("b", 1_772_712_000_000)] });
      const many = Array.from({ length: 1200 }, (_, at) => lost(`guid ${at}`, 1_772_712_000_000 + at));
      const sweep = { seenTo: 1_772_715_600_000, lost: many };
      await store.keepSweep({ ...sweep, lost: many.toReversed() });
      expect(await store.findSweep()).toEqual(sweep);
      await store.keepSweep({ lost: [] });
      expect(await store.findSweep()).toEqual({ seenTo: 1_772_715_600_000, lost: [] });
    });
  });
}
