import type { RepositoryRef } from "../../../core/discussion.ts";
import type { ObservedIssue } from "../feature-request.ts";
import type { TrackedIssue } from "../../../core/issue-tracking.ts";
import { fullName } from "../../../core/repository-name.ts";
import { isSameName } from "../../../text/is-same-name.ts";

/** Whether it is closed, and can be reopened. */
export function isClosedHere(issue: ObservedIssue | undefined): boolean {
  return issue !== undefined && issue.state !== "open" && issue.state !== "lost" && issue.movedTo === undefined;
}

/**
 * Whether an issue was transferred to where not everybody who reads `home` can follow: we may see more than they do,
 * and what we write is for them. One private repository's readers are not another's, so that only public ones count.
 */
export function isOutOfReach(issue: TrackedIssue, home: RepositoryRef): boolean {
  return !issue.isPublic && isElsewhere(issue, home);
}

/** What a request's record keeps of its issue. `issue` undefined: it is deleted, or not visible to the app. */
export function toObservedIssue(issue: TrackedIssue | undefined, home: RepositoryRef): ObservedIssue {
  if (!issue) return { state: "lost" };
  if (isOutOfReach(issue, home)) return { state: "lost", isHidden: true };
  if (issue.convertedTo !== undefined) {
    return { state: "lost", movedTo: issue.url.replace(/\/issues\/\d+$/u, `/discussions/${issue.convertedTo}`) };
  }
  const { milestone } = issue;
  return {
    state: issue.closed ?? "open",
    ...(milestone && {
      milestone: {
        number: milestone.number,
        title: milestone.title,
        ...(milestone.due !== undefined && { due: milestone.due }),
      },
    }),
    ...(isElsewhere(issue, home) && { movedTo: issue.url }),
  };
}

function isElsewhere({ repository }: TrackedIssue, { owner, name }: RepositoryRef): boolean {
  return !isSameName(repository, fullName({ owner, name }));
}
