import { actionSet, type ActionSet, type Writes } from "../../actions/action-set.ts";
import type { SharedAction } from "../../actions/shared-actions.ts";
import type { Plan } from "../../core/plan.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import type { AnsweredThread } from "../../core/knowledge.ts";
import { fullName, threadName } from "../../core/repository-name.ts";

/** Index these answered threads for search, as they are now. */
interface KeepThreads {
  readonly do: "keep-threads";
  readonly repository: RepositoryRef;
  readonly threads: readonly AnsweredThread[];
}

interface ForgetThread {
  readonly do: "forget-thread";
  readonly repository: RepositoryRef;
  readonly number: number;
}

/** The changes that only answered threads plan. */
type OwnAction = KeepThreads | ForgetThread;

export type ThreadAction = SharedAction | OwnAction;
export type ThreadPlan = Plan<ThreadAction>;

export const threadActions: ActionSet<OwnAction, Writes> = actionSet({
  "keep-threads": {
    perform: ({ repository, threads }, { knowledge }) => knowledge.keepThreads(repository, threads),
    describe: ({ repository, threads }) =>
      `keep answered ${threads.map(({ number }) => `#${number}`).join(", ")} of ${fullName(repository)}`,
  },
  "forget-thread": {
    perform: ({ repository, number }, { knowledge }) => knowledge.forgetThread(repository, number),
    describe: (action) => `forget ${threadName(action)}`,
  },
});
