import { actionSet, type ActionSet, type Writes } from "../../../actions/action-set.ts";
import type { SharedAction } from "../../../actions/shared-actions.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import type { Plan } from "../../../core/plan.ts";
import { fullName, threadName } from "../../../core/repository-name.ts";
import type { SurveyRecords } from "../store/survey-records.ts";
import type { ThreadSurvey } from "../thread-survey.ts";

/** What the actions of surveys write beside what all may. */
interface SurveyWrites extends Writes {
  readonly surveys: SurveyRecords;
}

/** Remember where asking in a thread stands. */
interface KeepSurvey {
  readonly do: "keep-survey";
  readonly repository: RepositoryRef;
  readonly survey: ThreadSurvey;
}

/** Keep what an asker wrote beside their rating in the place of what they wrote before; none where missing. */
interface KeepWords {
  readonly do: "keep-survey-words";
  readonly repository: RepositoryRef;
  readonly number: number;
  readonly words?: string;
}

/** Ask this person nothing any more, or ask them again. */
interface SilenceSurveys {
  readonly do: "silence-surveys";
  readonly repository: RepositoryRef;
  readonly person: string;
  readonly isSilenced: boolean;
}

interface ForgetSurvey {
  readonly do: "forget-survey";
  readonly repository: RepositoryRef;
  readonly number: number;
}

/** The changes that only this feature plans. */
type OwnAction = KeepSurvey | KeepWords | SilenceSurveys | ForgetSurvey;

export type SurveyAction = SharedAction | OwnAction;
export type SurveyPlan = Plan<SurveyAction>;

/** None of their descriptions tells how somebody rated, or what they wrote. */
export const surveyActions: ActionSet<OwnAction, SurveyWrites> = actionSet({
  "keep-survey": {
    perform: ({ repository, survey }, { surveys }) => surveys.keepSurvey(repository, survey),
    describe: ({ repository, survey: { number, status, dueAt } }) =>
      `remember that the survey in ${threadName({ repository, number })} is ${status}${dueAt === undefined ? "" : `, to be looked at on ${dueAt.slice(0, 16)}`}`,
  },
  "keep-survey-words": {
    perform: ({ repository, number, words }, { surveys }) => surveys.keepWords(repository, number, words),
    describe: (action) =>
      `${action.words === undefined ? "keep no words" : "keep the words"} beside the rating in ${threadName(action)}`,
  },
  "silence-surveys": {
    perform: ({ repository, person, isSilenced }, { surveys }) => surveys.keepSilenced(repository, person, isSilenced),
    describe: ({ repository, isSilenced }) =>
      `remember that somebody may ${isSilenced ? "not " : ""}be asked in ${fullName(repository)}`,
  },
  "forget-survey": {
    perform: ({ repository, number }, { surveys }) => surveys.forgetSurvey(repository, number),
    describe: (action) => `forget the survey in ${threadName(action)}`,
  },
});
