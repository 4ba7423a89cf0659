import type { ActionKind, Writes } from "../../../actions/action-set.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { fullName, threadName } from "../../../core/repository-name.ts";
import type { Notice, OnCallRecords, PutLabels } from "../store/on-call-records.ts";

/** What the actions of on-call write beside what all actions may. */
export interface OnCallWrites extends Writes {
  readonly onCall: OnCallRecords;
}

/** Remember that somebody was called for these promises, or that it was too late. `dueAt` is ISO 8601. */
export interface KeepNotices {
  readonly do: "keep-notices";
  readonly repository: RepositoryRef;
  readonly notices: readonly (Omit<Notice, "dueAt"> & { readonly dueAt: string })[];
}

/** Remember which labels we put on a thread. */
export interface KeepPutLabels extends PutLabels {
  readonly do: "keep-put-labels";
  readonly repository: RepositoryRef;
  readonly number: number;
}

/** Forget what was called for in a thread that is gone. */
export interface ForgetCalls {
  readonly do: "forget-calls";
  readonly repository: RepositoryRef;
  readonly number: number;
}

export const keepNotices: ActionKind<KeepNotices, OnCallWrites> = {
  perform: ({ repository, notices }, { onCall }) =>
    onCall.keepNotices(
      repository,
      notices.map((it) => ({ ...it, dueAt: new Date(it.dueAt) })),
    ),
  describe: ({ repository, notices }) => `take notice of ${notices.length} due promises in ${fullName(repository)}`,
};

export const keepPutLabels: ActionKind<KeepPutLabels, OnCallWrites> = {
  perform: ({ repository, number, subject, labels }, { onCall }) =>
    onCall.keepPutLabels(repository, number, { subject, labels }),
  describe: (action) => `remember the labels put on ${threadName(action)}: ${action.labels.join(", ") || "none"}`,
};

export const forgetCalls: ActionKind<ForgetCalls, OnCallWrites> = {
  perform: ({ repository, number }, { onCall }) => onCall.forgetThread(repository, number),
  describe: (action) => `forget what was called for in ${threadName(action)}`,
};
