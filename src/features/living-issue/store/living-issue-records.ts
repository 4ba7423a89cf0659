import type { RepositoryRef } from "../../../core/discussion.ts";
import type { LivingIssueRecord } from "../living-issue-record.ts";

/** Our records of living issues, for reading. */
export interface LivingIssueReads {
  findLivingIssue(repository: RepositoryRef): Promise<LivingIssueRecord | undefined>;
  /** Those that are listed in this repository's issue, by their ids. */
  listedIn(
    holder: Pick<RepositoryRef, "id">,
  ): Promise<readonly { readonly repository: number; readonly record: LivingIssueRecord }[]>;
}

/** The same for writing. Writing the same twice is writing it once. */
export interface LivingIssueRecords extends LivingIssueReads {
  keepLivingIssue(repository: RepositoryRef, record: LivingIssueRecord): Promise<void>;
  forgetRepository(repository: Pick<RepositoryRef, "id">): Promise<void>;
}
