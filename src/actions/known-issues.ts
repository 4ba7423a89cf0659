import type { RepositoryRef } from "../core/discussion.ts";
import type { KnownIssue } from "../core/knowledge.ts";
import { fullName, threadName } from "../core/repository-name.ts";
import type { ActionKind } from "./action-set.ts";

/** Index these issues or feature requests for search, as they are now. */
export interface KeepIssues {
  readonly do: "keep-issues";
  readonly repository: RepositoryRef;
  readonly issues: readonly KnownIssue[];
}

export interface ForgetIssue {
  readonly do: "forget-issue";
  readonly repository: RepositoryRef;
  readonly number: number;
}

export const keepIssues: ActionKind<KeepIssues> = {
  perform: ({ repository, issues }, { knowledge }) => knowledge.keepIssues(repository, issues),
  describe: ({ repository, issues }) =>
    `keep issues ${issues.map(({ number }) => `#${number}`).join(", ")} of ${fullName(repository)}`,
};

export const forgetIssue: ActionKind<ForgetIssue> = {
  perform: ({ repository, number }, { knowledge }) => knowledge.forgetIssue(repository, number),
  describe: (action) => `forget ${threadName(action)}`,
};
