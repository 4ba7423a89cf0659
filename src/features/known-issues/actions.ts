import { actionSet, type ActionSet, type Writes } from "../../actions/action-set.ts";
import type { SharedAction } from "../../actions/shared-actions.ts";
import type { Plan } from "../../core/plan.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import { fullName } from "../../core/repository-name.ts";

/** Forget all issues; those that are kept from now on were chosen by `settings` (none: no more are kept). */
interface ResetIssues {
  readonly do: "reset-issues";
  readonly repository: RepositoryRef;
  readonly settings: string | undefined;
}

/** The changes that only known issues plan. */
type OwnAction = ResetIssues;

export type IssueAction = SharedAction | OwnAction;
export type IssuePlan = Plan<IssueAction>;

export const issueActions: ActionSet<OwnAction, Writes> = actionSet({
  "reset-issues": {
    perform: ({ repository, settings }, { knowledge }) => knowledge.resetIssues(repository, settings),
    describe: ({ repository, settings }) =>
      settings === undefined
        ? `forget the issues of ${fullName(repository)}`
        : `learn the issues of ${fullName(repository)} anew`,
  },
});
