import { actionSet, type ActionSet, type Writes } from "../../actions/action-set.ts";
import type { SharedAction } from "../../actions/shared-actions.ts";
import type { Plan } from "../../core/plan.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import type { Feedback } from "../../core/suggestion.ts";
import { threadName } from "../../core/repository-name.ts";

/** Forget what was suggested in a thread and what people thought of it: the thread is gone. */
interface ForgetSuggestion {
  readonly do: "forget-suggestion";
  readonly repository: RepositoryRef;
  readonly number: number;
}

/** What a person thinks of a thread's suggestions from now on. `at` (ISO 8601): when it was given, where not just now. */
interface RecordFeedback {
  readonly do: "record-feedback";
  readonly repository: RepositoryRef;
  readonly number: number;
  readonly feedback: Feedback;
  readonly at?: string;
}

/** A person took their reaction back. */
interface WithdrawFeedback {
  readonly do: "withdraw-feedback";
  readonly repository: RepositoryRef;
  readonly number: number;
  readonly by: string;
}

/** The changes that only feedback plans. */
type OwnAction = ForgetSuggestion | RecordFeedback | WithdrawFeedback;

export type FeedbackAction = SharedAction | OwnAction;
export type FeedbackPlan = Plan<FeedbackAction>;

export const feedbackActions: ActionSet<OwnAction, Writes> = actionSet({
  "forget-suggestion": {
    perform: ({ repository, number }, { records }) => records.forgetSuggestion(repository, number),
    describe: (action) => `forget what was suggested in ${threadName(action)}`,
  },
  "record-feedback": {
    perform: ({ repository, number, feedback, at }, { records, clock }) =>
      records.recordFeedback(repository, number, feedback, at === undefined ? clock() : new Date(at)),
    describe: (action) =>
      `record that the suggestions ${action.feedback.helpful ? "helped" : "did not help"} in ${threadName(action)}`,
  },
  "withdraw-feedback": {
    perform: ({ repository, number, by }, { records }) => records.withdrawFeedback(repository, number, by),
    describe: (action) => `record that ${action.by} took an opinion back in ${threadName(action)}`,
  },
});
