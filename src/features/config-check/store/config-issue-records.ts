import type { RepositoryRef } from "../../../core/discussion.ts";

/** The issue that tells of a broken config. */
export interface ConfigIssue {
  readonly number: number;
  /** Of the problems that it tells. */
  readonly digest: string;
}

/** Our records of issues about broken configs, for reading. */
export interface ConfigIssueReads {
  /** Undefined where the config was good when we last looked. */
  findConfigIssue(repository: Pick<RepositoryRef, "id">): Promise<ConfigIssue | undefined>;
}

/** The same for writing. Writing the same twice is writing it once. */
export interface ConfigIssueRecords extends ConfigIssueReads {
  /** Undefined: the config is good again. */
  keepConfigIssue(repository: Pick<RepositoryRef, "id">, issue: ConfigIssue | undefined): Promise<void>;
  forgetRepository(repository: Pick<RepositoryRef, "id">): Promise<void>;
}
