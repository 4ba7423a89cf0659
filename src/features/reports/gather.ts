import type { Period } from "../../business-time/periods.ts";
import type { SharedSettings } from "../../config/shared.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import type { Report } from "../../report/report.ts";
import type { ReportsConfig } from "./config.ts";
import { isRefused } from "./is-due.ts";
import { lastPeriod, nextEnd, zoneOf } from "./periods.ts";
import type { ReadsWithReports } from "./reads.ts";
import type { ReportRecord } from "./report-record.ts";

/** Facts of a look at a repository's reports. */
export interface ReportFacts {
  readonly record: ReportRecord | undefined;
  /** Missing where none is wanted, where the last whole period is reported, and where GitHub has refused within a day. */
  readonly wanted?: {
    readonly period: Period;
    readonly next: Date;
    readonly report: Report;
    /** Where people see the repository. */
    readonly url: string;
  };
}

/** Measures the last whole week or month, where that was not done. 1 point, by our own records otherwise. */
export async function gatherReport(
  repository: RepositoryRef,
  {
    config,
    shared,
    reads,
    now,
  }: {
    readonly config: ReportsConfig;
    readonly shared: SharedSettings;
    readonly reads: ReadsWithReports;
    readonly now: Date;
  },
): Promise<ReportFacts> {
  const record = await reads.reports.findReports(repository);
  const { every } = config;
  if (every === "never" || (record && isRefused(record, now))) return { record };
  const timeZone = zoneOf(shared);
  const period = lastPeriod(every, now, timeZone);
  if (record?.every === every && record.until === period.to.toISOString()) return { record };
  const [report, url] = await Promise.all([
    reads.measurer.report(repository, period),
    reads.github.repositoryUrl(repository),
  ]);
  return { record, wanted: { period, next: nextEnd(every, period, timeZone), report, url } };
}
