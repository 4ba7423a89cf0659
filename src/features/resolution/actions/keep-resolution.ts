import type { ActionKind, Writes } from "../../../actions/action-set.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { threadName } from "../../../core/repository-name.ts";
import type { ResolutionRecords } from "../store/resolution-records.ts";
import type { ThreadResolution } from "../thread-resolution.ts";

/** What the actions about the ends of threads write beside what all may. */
export interface ResolutionWrites extends Writes {
  readonly resolutions: ResolutionRecords;
}

/** Remember what is known of a thread's end, and when to look at it next (ISO 8601; never where missing). */
export interface KeepResolution {
  readonly do: "keep-resolution";
  readonly repository: RepositoryRef;
  readonly resolution: ThreadResolution;
  readonly dueAt?: string;
}

export interface ForgetResolution {
  readonly do: "forget-resolution";
  readonly repository: RepositoryRef;
  readonly number: number;
}

export const keepResolution: ActionKind<KeepResolution, ResolutionWrites> = {
  perform: ({ repository, resolution, dueAt }, { resolutions }) =>
    resolutions.keepResolution(repository, resolution, dueAt === undefined ? undefined : new Date(dueAt)),
  describe: ({ repository, resolution: { number }, dueAt }) =>
    `look at the end of ${threadName({ repository, number })} ${dueAt === undefined ? "when something happens" : `on ${dueAt.slice(0, 10)}`}`,
};

export const forgetResolution: ActionKind<ForgetResolution, ResolutionWrites> = {
  perform: ({ repository, number }, { resolutions }) => resolutions.forgetResolution(repository, number),
  describe: (action) => `forget the end of ${threadName(action)}`,
};
