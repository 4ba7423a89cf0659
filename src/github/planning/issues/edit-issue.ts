import type { ProbotOctokit } from "probot";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { GoneError } from "../../../core/errors.ts";
import type { IssueChange, IssuePart } from "../../../core/planning.ts";
import { completeFetchTo, type completeFetch } from "../../complete-fetch.ts";
import type { GitHubClients } from "../../github-clients.ts";
import { partsNotSet } from "./parts-not-set.ts";

/**
 * Changes an issue. One REST request for text, parts and state together, one more for people to assign, one for people
 * to let go; none for what is not given. A repository that has another name or owner by now is followed there. A
 * transferred issue is gone here: following GitHub's redirect would change another repository's.
 */
export async function editIssue(
  clients: GitHubClients,
  { installation, owner, name, id }: RepositoryRef,
  number: number,
  change: IssueChange,
): Promise<{ readonly notSet: readonly IssuePart[] }> {
  const where = { owner, repo: name, issue_number: number, request: { fetch: fetchOfIssue(id, number) } };
  const asked = { doing: `change issue ${owner}/${name}#${number}`, needs: "issues: write", isWrite: true };
  const { assign = [], unassign = [], state, ...fields } = change;
  const notSet: IssuePart[] = [];
  const send = async <Answer extends { readonly status: number }>(
    ask: (octokit: ProbotOctokit) => Promise<Answer>,
  ): Promise<Answer> => {
    const answer = await clients.rest(installation, asked, ask);
    if (answer.status >= 300) throw new GoneError(`Could not ${asked.doing}: it was transferred`);
    return answer;
  };

  if (state !== undefined || Object.values(fields).some((it) => it !== undefined)) {
    const { data } = await send((octokit) => octokit.rest.issues.update({ ...where, ...fields, ...toState(state) }));
    notSet.push(...partsNotSet(fields, data));
  }
  if (assign.length > 0) {
    const assignees = [...assign];
    const { data } = await send((octokit) => octokit.rest.issues.addAssignees({ ...where, assignees }));
    notSet.push(...partsNotSet({ assignees }, data));
  }
  if (unassign.length > 0) {
    const assignees = [...unassign];
    await send((octokit) => octokit.rest.issues.removeAssignees({ ...where, assignees }));
  }
  return { notSet };
}

/**
 * GitHub names repositories by number where it redirects, so that the address tells whether it is still the same issue:
 * 307 to `/repositories/…/issues/12` after a new name, 301 to another repository's after a transfer.
 */
function fetchOfIssue(repository: number, number: number): typeof completeFetch {
  const same = `/repositories/${repository}/issues/${number}`;
  return completeFetchTo(({ pathname }) => pathname.endsWith(same) || pathname.includes(`${same}/`));
}

const reasons = { completed: "completed", "not-planned": "not_planned", duplicate: "duplicate" } as const;

function toState(state: IssueChange["state"]) {
  if (state === undefined) return {};
  if (state === "open") return { state: "open" } as const;
  return { state: "closed", state_reason: reasons[state] } as const;
}
