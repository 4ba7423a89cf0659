import type { RepositoryRef } from "../../core/discussion.ts";
import type { Reads } from "../../core/reads.ts";
import type { Survey } from "../../core/survey.ts";
import type { MeasureReads } from "../../measures/gather/measure-reads.ts";
import type { InterviewReads } from "./store/interview-records.ts";

/** What this feature reads: beside what everybody may, its own records, and what measures are made of. */
export interface ReadsWithInterviews extends Reads, Omit<MeasureReads, keyof Reads | "surveys"> {
  readonly interviews: InterviewReads;
  readonly surveys: {
    surveys(repository: RepositoryRef): Promise<readonly Survey[]>;
    /** Logins of those who want to be asked nothing, in small letters. */
    silenced(repository: RepositoryRef): Promise<ReadonlySet<string>>;
  };
  readonly timelineProgress: {
    /** How far history is read. */
    findBackfill(
      repository: RepositoryRef,
    ): Promise<{ readonly phase: "open" | "closed" | "done" | "off" } | undefined>;
  };
}
