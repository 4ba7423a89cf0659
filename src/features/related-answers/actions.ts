import { actionSet, type ActionSet, type Writes } from "../../actions/action-set.ts";
import type { SharedAction } from "../../actions/shared-actions.ts";
import type { Plan } from "../../core/plan.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import type { Suggestion } from "../../core/suggestion.ts";
import { threadName } from "../../core/repository-name.ts";

/** What was suggested, or would have been, with the reasons: takes the place of what the thread's record said. */
interface RecordSuggestion {
  readonly do: "record-suggestion";
  readonly repository: RepositoryRef;
  readonly number: number;
  readonly suggestion: Suggestion;
}

/** The changes that only related answers plan. */
type OwnAction = RecordSuggestion;

export type SuggestionAction = SharedAction | OwnAction;
export type SuggestionPlan = Plan<SuggestionAction>;

export const suggestionActions: ActionSet<OwnAction, Writes> = actionSet({
  "record-suggestion": {
    perform: ({ repository, number, suggestion }, { records, clock }) =>
      records.recordSuggestion(repository, number, suggestion, clock()),
    describe: (action) => {
      const { mode, items } = action.suggestion;
      const what = items.length === 0 ? "nothing" : items.map(({ id }) => id).join(", ");
      return `record what ${mode === "live" ? "was" : "would be"} suggested in ${threadName(action)}: ${what}`;
    },
  },
});
