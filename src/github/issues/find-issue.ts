import type { RepositoryRef } from "../../core/discussion.ts";
import { GoneError } from "../../core/errors.ts";
import type { Issue, IssueCloseReason, IssueComment } from "../../core/issue.ts";
import {
  FindIssue,
  RecentIssues,
  type CommentAuthorAssociation,
  type IssueFieldsFragment,
} from "../generated/documents.ts";
import type { GitHubClients } from "../github-clients.ts";
import { present, toAuthor } from "../discussions/to-discussion.ts";

const needs = "issues: read";

/** 50 issues, newest change first, from behind `cursor`. 1 point. */
export async function recentIssues(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  cursor: string | undefined,
): Promise<{ readonly issues: readonly Issue[]; readonly next?: string }> {
  const operation = { doing: `read the issues of ${owner}/${name}`, needs };
  const variables = { owner, name, ...(cursor !== undefined && { after: cursor }) };
  const { repository } = await clients.graphql(installation, RecentIssues, variables, operation);
  const page = repository?.issues;
  const next = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  return { issues: present(page?.nodes).map(toIssue), ...(next !== null && { next }) };
}

/** An issue with its last comments. 1 point. */
export async function findIssue(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  number: number,
): Promise<Issue | undefined> {
  const operation = { doing: `read issue ${owner}/${name}#${number}`, needs };
  try {
    const { repository } = await clients.graphql(installation, FindIssue, { owner, name, number }, operation);
    return repository?.issue ? toIssue(repository.issue) : undefined;
  } catch (error) {
    if (error instanceof GoneError) return undefined;
    throw error;
  }
}

type CommentNode = NonNullable<NonNullable<IssueFieldsFragment["comments"]["nodes"]>[number]>;

/** Who belongs to the project or has code in it; all others are visitors. */
const ofProject: ReadonlySet<CommentAuthorAssociation> = new Set(["OWNER", "MEMBER", "COLLABORATOR", "CONTRIBUTOR"]);

/** GitHub's issue as ours. */
function toIssue(from: IssueFieldsFragment): Issue {
  const { id, number, title, body, url, milestone, closedAt } = from;
  const closed = toCloseReason(from);
  return {
    id,
    number,
    title,
    body,
    url,
    ...toAuthor(from),
    labels: present(from.labels?.nodes).map(({ name }) => name),
    ...(milestone && { milestone: milestone.title }),
    createdAt: new Date(from.createdAt),
    updatedAt: new Date(from.updatedAt),
    ...(closed && { closed }),
    ...(closedAt !== null && { closedAt: new Date(closedAt) }),
    lastComments: present(from.comments.nodes).map(toIssueComment),
  };
}

function toIssueComment(from: CommentNode): IssueComment {
  return {
    body: from.body,
    ...toAuthor(from),
    createdAt: new Date(from.createdAt),
    isMinimized: from.isMinimized,
    isOfProject: ofProject.has(from.authorAssociation),
  };
}

/** Issues closed before GitHub asked for reasons have none; they count as completed, its default. */
export function toCloseReason({
  closed,
  stateReason,
}: Pick<IssueFieldsFragment, "closed" | "stateReason">): IssueCloseReason | undefined {
  if (!closed) return undefined;
  switch (stateReason) {
    case "DUPLICATE":
      return "duplicate";
    case "NOT_PLANNED":
      return "not-planned";
    default:
      return "completed";
  }
}
