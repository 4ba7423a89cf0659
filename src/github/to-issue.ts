import type { Issue, IssueCloseReason, IssueComment } from "../core/issue.ts";
import type { CommentAuthorAssociation, IssueFieldsFragment } from "./generated/documents.ts";
import { present, toAuthor } from "./to-discussion.ts";

type CommentNode = NonNullable<NonNullable<IssueFieldsFragment["comments"]["nodes"]>[number]>;

/** Who belongs to the project or has code in it; all others are visitors. */
const ofProject: ReadonlySet<CommentAuthorAssociation> = new Set(["OWNER", "MEMBER", "COLLABORATOR", "CONTRIBUTOR"]);

/** GitHub's issue as ours. */
export function toIssue(from: IssueFieldsFragment): Issue {
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
