import type { ReportsConfig } from "./config.ts";

/** What we know of a repository's reports. Plain data; times are ISO 8601 in UTC. */
export interface ReportRecord {
  /** As the config said when it was last looked at. */
  readonly every: ReportsConfig["every"];
  /** End of the last period that was reported, or of which there was nothing to report; and that of the next one. */
  readonly until?: string;
  readonly next?: string;
  /** Where the last report is. */
  readonly in?: { readonly where: ReportsConfig["where"]; readonly number: number };
  /** The branch of the charts, and the commit at which we left it. */
  readonly branch?: { readonly name: string; readonly head: string };
  /** When GitHub last refused to have a report written, and why. */
  readonly refusedAt?: string;
  readonly refusal?: string;
  /** Why the last report has no charts, where it was to have some. */
  readonly withoutCharts?: string;
}
