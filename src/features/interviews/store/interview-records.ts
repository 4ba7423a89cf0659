import type { RepositoryRef } from "../../../core/discussion.ts";
import type { RepositoryRows } from "../../../core/repository-rows.ts";
import type { NamedInterviewee } from "../interview.ts";

/** What was written down of a talk: for helpers, and published nowhere. */
export interface InterviewNotes {
  readonly quarter: string;
  /** In small letters. */
  readonly login: string;
  readonly notes: string;
}

/** Who was named to be talked to, for reading. Logins are the same in capitals and small letters. */
export interface InterviewReads {
  /** Newest quarter first, and the best of each first. */
  interviews(repository: RepositoryRef): Promise<readonly NamedInterviewee[]>;
  /** Whether somebody was named for this quarter. */
  isChosen(repository: RepositoryRef, quarter: string): Promise<boolean>;
  /** Kept apart, so that nobody tells of them by accident. */
  notes(repository: RepositoryRef): Promise<readonly InterviewNotes[]>;
}

/** The same for writing. Writing the same twice is writing it once. */
export interface InterviewRecords extends InterviewReads, RepositoryRows {
  /** Those who are named for a quarter, in this order. The first list of a quarter stays, whoever comes with another. */
  nameInterviewees(repository: RepositoryRef, named: readonly NamedInterviewee[]): Promise<void>;
  /** Somebody has talked with them. Whoever was not named stays so. */
  endInterview(
    repository: RepositoryRef,
    which: Pick<NamedInterviewee, "quarter" | "login">,
    done: NonNullable<NamedInterviewee["done"]>,
  ): Promise<void>;
  /** A discussion is gone: nothing of it is told any more. Whoever was named for it alone stays named, for no reason. */
  forgetReasons(repository: RepositoryRef, number: number): Promise<void>;
  /** In the place of what was written before. */
  keepNotes(repository: RepositoryRef, notes: InterviewNotes): Promise<void>;
}
