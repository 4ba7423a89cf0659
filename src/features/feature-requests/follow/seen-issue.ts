import type { RepositoryRef } from "../../../core/discussion.ts";
import type { SeenIssue } from "../../../core/feature-request.ts";
import type { PlannedIssue } from "../../../core/planning.ts";
import { isSameName } from "../../../text/is-same-name.ts";

/** Whether it is there to be opened again. */
export function isClosedHere(issue: SeenIssue | undefined): boolean {
  return issue !== undefined && issue.state !== "open" && issue.state !== "lost" && issue.movedTo === undefined;
}

/** What a request's record keeps of its issue. Undefined: it is deleted, or out of our sight. */
export function toSeenIssue(issue: PlannedIssue | undefined, { owner, name }: RepositoryRef): SeenIssue {
  if (!issue) return { state: "lost" };
  if (issue.convertedTo !== undefined) {
    return { state: "lost", movedTo: issue.url.replace(/\/issues\/\d+$/u, `/discussions/${issue.convertedTo}`) };
  }
  const { milestone } = issue;
  const isElsewhere = !isSameName(issue.repository, `${owner}/${name}`);
  return {
    state: issue.closed ?? "open",
    ...(milestone && {
      milestone: {
        number: milestone.number,
        title: milestone.title,
        ...(milestone.due !== undefined && { due: milestone.due }),
      },
    }),
    ...(isElsewhere && { movedTo: issue.url }),
  };
}
