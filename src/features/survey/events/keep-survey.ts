import { nothing } from "../../../core/plan.ts";
import type { SurveyAction, SurveyPlan } from "../actions/survey-actions.ts";
import type { ThreadSurvey } from "../thread-survey.ts";
import type { ThreadEvent } from "./gather-thread.ts";

/** A plan that does this, and remembers where asking stands; nothing, where that is known. */
export function keep(
  { repository }: ThreadEvent,
  change: {
    readonly before: ThreadSurvey | undefined;
    readonly after: ThreadSurvey;
    readonly actions?: readonly SurveyAction[];
  },
  because: string,
): SurveyPlan {
  const { before, after: survey, actions = [] } = change;
  if (actions.length === 0 && JSON.stringify(before) === JSON.stringify(survey)) return nothing(because);
  return { actions: [...actions, { do: "keep-survey", repository, survey }], because };
}

/** The survey without anything that is still to come of it. */
export function ended(survey: ThreadSurvey, status: "skipped" | "done"): ThreadSurvey {
  const { dueAt: _, ...rest } = survey;
  return { ...rest, status };
}

/** A question that is not put, or no more, and comes back when the thread is resolved. */
export function withdrawn(survey: ThreadSurvey): ThreadSurvey {
  const { number, title, url, of, resolvedAt, askedAt } = survey;
  return { number, title, url, of, status: "withdrawn", resolvedAt, ...(askedAt !== undefined && { askedAt }) };
}
