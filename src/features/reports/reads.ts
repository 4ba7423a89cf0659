import type { Reads } from "../../core/reads.ts";
import type { Measurer } from "../../report/measurer.ts";
import type { ReportReads } from "./store/report-records.ts";

/** What this feature reads: beside what everybody may, its own records, and what is measured. */
export interface ReadsWithReports extends Reads {
  readonly reports: ReportReads;
  readonly measurer: Pick<Measurer, "report">;
}
