import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ConfigIssueRecords } from "../../src/features/config-check/store/config-issue-records.ts";

const widgets = { id: 2 ** 40 };
const gadgets = { id: 7 };

/** An empty store on one adapter. */
export interface ConfigIssueWorld {
  readonly store: ConfigIssueRecords;
  close(): Promise<void>;
}

/** What every store of issues about broken configs keeps, whichever database is behind it. */
export function configIssueStoreContract(adapter: string, open: () => Promise<ConfigIssueWorld>): void {
  describe(`the store of issues about broken configs on ${adapter}`, () => {
    let world: ConfigIssueWorld;
    beforeEach(async () => {
      world = await open();
    });
    afterEach(() => world.close());

    it("keeps the last one of each repository, until the config is good or the repository forgotten", async () => {
      const { store } = world;
      expect(await store.findConfigIssue(widgets)).toBeUndefined();
      await store.keepConfigIssue(widgets, { number: 4, digest: "a" });
      await store.keepConfigIssue(widgets, { number: 5, digest: "b" });
      await store.keepConfigIssue(gadgets, { number: 1, digest: "a" });
      expect(await store.findConfigIssue(widgets)).toEqual({ number: 5, digest: "b" });
      await store.keepConfigIssue(widgets, undefined);
      await store.keepConfigIssue(widgets, undefined);
      expect(await store.findConfigIssue(widgets)).toBeUndefined();
      await store.forgetRepository(gadgets);
      expect(await store.findConfigIssue(gadgets)).toBeUndefined();
    });
  });
}
