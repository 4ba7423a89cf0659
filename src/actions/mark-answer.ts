import type { RepositoryRef } from "../core/discussion.ts";
import { threadName } from "../core/repository-name.ts";
import type { ActionKind } from "./action-set.ts";

/** Mark a comment or reply as the answer of its thread; a mark on another one moves there. */
export interface MarkAnswer {
  readonly do: "mark-answer";
  readonly repository: RepositoryRef;
  readonly number: number;
  /** Node id. */
  readonly comment: string;
}

export const markAnswer: ActionKind<MarkAnswer> = {
  perform: ({ repository, comment }, { github: { writes } }) => writes.markAnswer(repository, comment),
  describe: (action) => `mark an answer in ${threadName(action)}`,
};
