import type { Milestone, TrackedIssue } from "../../../../core/issue-tracking.ts";
import type { Projects } from "../../../../core/project.ts";
import type { AssigneeFacts } from "../../../../issues/assignees.ts";
import type { CommandFacts } from "../request-context.ts";
import type { AcceptOptions } from "./options.ts";

/** What the options name. What no option and no setting names is not read, and undefined. */
export interface AcceptedFacts extends CommandFacts {
  readonly options: AcceptOptions;
  readonly milestones: readonly Milestone[] | undefined;
  readonly labels: readonly string[] | undefined;
  readonly projects: Projects | undefined;
  readonly types: readonly string[] | undefined;
  readonly assignees: AssigneeFacts;
  /** The issue to adopt. */
  readonly adopted: TrackedIssue | undefined;
}
