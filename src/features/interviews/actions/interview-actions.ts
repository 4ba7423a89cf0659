import { actionSet, type ActionSet, type Writes } from "../../../actions/action-set.ts";
import type { SharedAction } from "../../../actions/shared-actions.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import type { Plan } from "../../../core/plan.ts";
import { fullName, threadName } from "../../../core/repository-name.ts";
import type { NamedInterviewee } from "../interview.ts";
import type { InterviewRecords } from "../store/interview-records.ts";

/** What the actions of interviews write beside what all may. */
interface InterviewWrites extends Writes {
  readonly interviews: InterviewRecords;
}

/** Write down whom to talk to in a quarter. */
interface NameInterviewees {
  readonly do: "name-interviewees";
  readonly repository: RepositoryRef;
  readonly named: readonly NamedInterviewee[];
}

/** Write down that somebody has talked with a person, and what they noted, if anything. */
interface EndInterview {
  readonly do: "end-interview";
  readonly repository: RepositoryRef;
  readonly quarter: string;
  readonly login: string;
  readonly done: { readonly by: string; readonly at: string };
  readonly notes?: string;
}

/** Tell nothing of a discussion any more that is gone. */
interface ForgetReasons {
  readonly do: "forget-interview-reasons";
  readonly repository: RepositoryRef;
  readonly number: number;
}

/** The changes that only this feature plans. */
type OwnAction = NameInterviewees | EndInterview | ForgetReasons;

export type InterviewAction = SharedAction | OwnAction;
export type InterviewPlan = Plan<InterviewAction>;

/** None of their descriptions tells who was named, or what was noted. */
export const interviewActions: ActionSet<OwnAction, InterviewWrites> = actionSet({
  "name-interviewees": {
    perform: ({ repository, named }, { interviews }) => interviews.nameInterviewees(repository, named),
    describe: ({ repository, named }) => `name ${named.length} people to talk to in ${fullName(repository)}`,
  },
  "forget-interview-reasons": {
    perform: ({ repository, number }, { interviews }) => interviews.forgetReasons(repository, number),
    describe: (action) => `tell nothing of ${threadName(action)} any more where people were named for it`,
  },
  "end-interview": {
    async perform({ repository, quarter, login, done, notes }, { interviews }) {
      await interviews.endInterview(repository, { quarter, login }, done);
      if (notes !== undefined) await interviews.keepNotes(repository, { quarter, login, notes });
    },
    describe: ({ repository, quarter }) =>
      `remember that somebody who was named for ${quarter} was talked with in ${fullName(repository)}`,
  },
});
