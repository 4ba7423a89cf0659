import type { RepositoryRef } from "./discussion.ts";
import type { IssueCloseReason } from "./issue.ts";

/**
 * Questions about work that is planned or done, for reckoning. Part of `GitHubReads`. Each reads 500 issues at most, for
 * 1 point a hundred. Pull requests are none of them, and an issue counts in the repository in which it is now. Without
 * `estimates`, or without the permission for boards, no issue has an estimate.
 */
export interface PlannedWorkReads {
  /** Open issues of a milestone, by its number. One that is gone has none. */
  milestoneWork(repository: RepositoryRef, milestone: number, estimates?: EstimateField): Promise<PlannedWork>;
  /** Open issues somebody is assigned to in this repository. */
  assignedWork(repository: RepositoryRef, login: string, estimates?: EstimateField): Promise<PlannedWork>;
  /** Issues closed since then, and closed still. */
  closedWork(repository: RepositoryRef, since: Date, estimates?: EstimateField): Promise<ClosedWork>;
  /**
   * What stands on a board, by its node id, in which iteration. Issues of other repositories are among it; items that
   * are in no iteration, archived or hidden from us are not. Rejects with `RefusedError` without the permission.
   */
  boardWork(repository: RepositoryRef, project: string, fields: BoardFields): Promise<BoardWork>;
}

/** The number field of one board that holds estimates. */
export interface EstimateField {
  /** Node id of the project. */
  readonly project: string;
  /** The field's name. */
  readonly field: string;
}

/** The fields of a board by their names. */
export interface BoardFields {
  readonly iteration: string;
  readonly estimate: string;
}

/** An issue as it counts in a plan. */
export interface PlannedIssue {
  readonly number: number;
  readonly openedAt: Date;
  readonly closed?: IssueCloseReason;
  readonly closedAt?: Date;
  /** Whether a bot opened it, and not ourselves. */
  readonly isByBot: boolean;
  /** Not negative; missing where nobody estimated it. */
  readonly estimate?: number;
}

export interface PlannedWork {
  readonly issues: readonly PlannedIssue[];
  /** Whether these are all of them: there may be more than are read. */
  readonly isAll: boolean;
}

export interface ClosedWork extends PlannedWork {
  /** All that were closed from then on are among them. Later than asked for where there are more than are read. */
  readonly completeSince: Date;
}

export interface BoardWork {
  readonly items: readonly IterationItem[];
  /** Whether the whole board was read. */
  readonly isAll: boolean;
}

/** An issue in an iteration of a board. */
export interface IterationItem {
  /** `start` is `YYYY-MM-DD`. */
  readonly iteration: { readonly id: string; readonly title: string; readonly start: string; readonly days: number };
  readonly closed?: IssueCloseReason;
  readonly estimate?: number;
}
