import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ReportRecord } from "../../src/features/reports/report-record.ts";
import type { ReportRecords } from "../../src/features/reports/store/report-records.ts";

const widgets = { id: 2 ** 40, owner: "acme", name: "widgets", installation: 2 ** 35 };
const gadgets = { id: 7, owner: "acme", name: "gadgets", installation: 1 };

const whole: ReportRecord = {
  every: "week",
  until: "2026-11-23T00:00:00.000Z",
  next: "2026-11-30T00:00:00.000Z",
  in: { where: "issue", number: 4 },
  branch: { name: "frontdesk-reports", head: "a".repeat(40) },
  withoutCharts: "no right",
};

/** An empty store on one adapter. */
export interface ReportWorld {
  readonly store: ReportRecords;
  close(): Promise<void>;
}

/** What every store of reports keeps, whichever database is behind it. */
export function reportStoreContract(adapter: string, open: () => Promise<ReportWorld>): void {
  describe(`the store of reports on ${adapter}`, () => {
    let store: ReportRecords;
    let close: () => Promise<void>;

    beforeEach(async () => {
      ({ store, close } = await open());
    });
    afterEach(() => close());

    it("gives back what was kept last of each repository, until that is forgotten", async () => {
      expect(await store.findReports(widgets)).toBeUndefined();
      await store.keepReports(widgets, { every: "month" });
      await store.keepReports(widgets, whole);
      await store.keepReports(gadgets, { every: "never" });
      expect(await store.findReports(widgets)).toEqual(whole);
      await store.forgetRepository(widgets);
      expect(await store.findReports(widgets)).toBeUndefined();
      expect(await store.findReports(gadgets)).toEqual({ every: "never" });
    });
  });
}
