import type { RepositoryRef } from "../../../core/discussion.ts";
import type { ReportRecord } from "../report-record.ts";

type Repository = Pick<RepositoryRef, "id">;

/** Our records of reports, for reading. */
export interface ReportReads {
  findReports(repository: Repository): Promise<ReportRecord | undefined>;
}

/** The same for writing. Writing the same twice is writing it once. */
export interface ReportRecords extends ReportReads {
  keepReports(repository: Repository, record: ReportRecord): Promise<void>;
  forgetRepository(repository: Repository): Promise<void>;
}
