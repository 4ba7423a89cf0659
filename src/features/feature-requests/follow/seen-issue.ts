import type { RepositoryRef } from "../../../core/discussion.ts";
import type { SeenIssue } from "../feature-request.ts";
import type { PlannedIssue } from "../../../core/planning.ts";
import { isSameName } from "../../../text/is-same-name.ts";

/** Whether it is there to be opened again. */
export function isClosedHere(issue: SeenIssue | undefined): boolean {
  return issue !== undefined && issue.state !== "open" && issue.state !== "lost" && issue.movedTo === undefined;
}

/**
 * Whether an issue was transferred to where not everybody who reads `home` can follow: we may see more than they do,
 * and what we write is for them. One private repository's readers are not another's, so that only public ones count.
 */
export function isOutOfReach(issue: PlannedIssue, home: RepositoryRef): boolean {
  return !issue.isPublic && isElsewhere(issue, home);
}

/** What a request's record keeps of its issue. Undefined: it is deleted, or out of our sight. */
export function toSeenIssue(issue: PlannedIssue | undefined, home: RepositoryRef): SeenIssue {
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

function isElsewhere({ repository }: PlannedIssue, { owner, name }: RepositoryRef): boolean {
  return !isSameName(repository, `${owner}/${name}`);
}
