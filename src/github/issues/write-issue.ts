import type { RepositoryRef } from "../../core/discussion.ts";
import type { CreatedIssue, IssueDraft, IssueChange, IssuePart } from "../../core/issue-tracking.ts";
import type { GitHubClients } from "../github-clients.ts";
import { partsNotSet } from "./parts-not-set.ts";
import type { ProbotOctokit } from "probot";
import { GoneError, RefusedError } from "../../core/errors.ts";
import { completeFetchTo, type completeFetch } from "../complete-fetch.ts";
import { AddSubIssue, FindParent } from "../generated/documents.ts";

/**
 * Opens an issue. One REST request: it takes names where GraphQL takes ids, knows issue types, and its answer tells what
 * was dropped. GitHub drops labels, milestone, assignees and type without a word where we may not set them:
 * https://docs.github.com/en/rest/issues/issues#create-an-issue
 */
export async function createIssue(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  { title, body, labels, milestone, assignees, type }: IssueDraft,
): Promise<CreatedIssue> {
  const operation = { doing: `open an issue in ${owner}/${name}`, needs: "issues: write", isWrite: true };
  const parts = {
    ...(labels && { labels: [...labels] }),
    ...(milestone !== undefined && { milestone }),
    ...(assignees && { assignees: [...assignees] }),
    ...(type !== undefined && { type }),
  };
  const { data } = await clients.rest(installation, operation, (octokit) =>
    octokit.rest.issues.create({ owner, repo: name, title, body, ...parts }),
  );
  const notSet = partsNotSet(parts, data);
  return { id: data.node_id, number: data.number, url: data.html_url, notSet };
}

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
  const operation = { doing: `change issue ${owner}/${name}#${number}`, needs: "issues: write", isWrite: true };
  const { assign = [], unassign = [], state, ...fields } = change;
  const notSet: IssuePart[] = [];
  const send = async <Answer extends { readonly status: number }>(
    ask: (octokit: ProbotOctokit) => Promise<Answer>,
  ): Promise<Answer> => {
    const answer = await clients.rest(installation, operation, ask);
    if (answer.status >= 300) throw new GoneError(`Could not ${operation.doing}: it was transferred`);
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

/** Makes one issue a part of another. 5 points, and 1 more where GitHub refuses: it may be so already. */
export async function addSubIssue(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  parent: string,
  child: string,
): Promise<void> {
  const operation = { doing: `add a sub-issue in ${owner}/${name}`, needs: "issues: write" };
  try {
    await clients.graphql(installation, AddSubIssue, { parent, child }, operation);
  } catch (error) {
    if (!(error instanceof RefusedError && error.reason === "invalid")) throw error;
    const found = await clients.graphql(
      installation,
      FindParent,
      { issue: child },
      { doing: `read a sub-issue in ${owner}/${name}`, needs: "issues: read" },
    );
    if (found.node?.parent?.id !== parent) throw error;
  }
}
