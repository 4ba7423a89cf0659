import type { ActionKind, Writes } from "../../../actions/action-set.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { fullName } from "../../../core/repository-name.ts";
import type { ReportRecord } from "../report-record.ts";
import type { ReportRecords } from "../store/report-records.ts";

/** What its actions write beside what all may. */
export interface ReportsWrites extends Writes {
  readonly reports: ReportRecords;
}

/** Remember something of a repository's reports. */
export interface KeepReports {
  readonly do: "keep-reports";
  readonly repository: RepositoryRef;
  readonly record: ReportRecord;
}

export const keepReports: ActionKind<KeepReports, ReportsWrites> = {
  perform: ({ repository, record }, { reports }) => reports.keepReports(repository, record),
  describe: ({ repository, record: { every, next } }) =>
    `remember that ${fullName(repository)} is reported ${every === "never" ? "never" : `each ${every}, next at ${next ?? "once"}`}`,
};
