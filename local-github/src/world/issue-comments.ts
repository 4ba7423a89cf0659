import { refusal } from "./error-texts.ts";
import type { Actor, Issue, IssueComment, PullRequest } from "./objects.ts";
import { hasRole, mustHaveRole } from "./people.ts";
import { mustBeBody, mustBeWritable, mustAcceptComments } from "./rules.ts";
import type { World } from "./world.ts";

/** Comment on an issue or pull request: whoever may read, unless it is locked. */
export function addIssueComment(world: World, actor: Actor, issue: Issue | PullRequest, body: string): IssueComment {
  const { repository } = issue;
  if (!hasRole(repository, actor, "read"))
    throw refusal("notPermitted", { login: actor.login, operation: "AddComment" });
  mustAcceptComments(issue, actor);
  mustBeBody(body);
  const comment = world.register<IssueComment>({
    ...world.stamp("IssueComment", repository),
    issue,
    body,
    author: actor,
    editor: null,
    lastEditedAt: null,
    isMinimized: false,
    minimizedReason: null,
    reactions: [],
  });
  issue.comments.push(comment);
  world.touch(issue);
  world.emit({ event: "issue_comment", action: "created", repository, issue, comment, actor });
  return comment;
}

/** Change a comment's text: its author, or write and above. */
export function editIssueComment(world: World, actor: Actor, comment: IssueComment, body: string): IssueComment {
  const { issue } = comment;
  const { repository } = issue;
  mustHaveRole(repository, actor, "write", "UpdateIssueComment", comment.author);
  mustBeWritable(repository);
  mustBeBody(body);
  const from = comment.body;
  if (from === body) return comment;
  comment.body = body;
  world.touch(comment);
  comment.editor = actor;
  comment.lastEditedAt = comment.updatedAt;
  const changes = { body: { from } };
  world.emit({ event: "issue_comment", action: "edited", repository, issue, comment, actor, changes });
  return comment;
}

/** Delete a comment: its author, or write and above. */
export function deleteIssueComment(world: World, actor: Actor, comment: IssueComment): void {
  const { issue } = comment;
  const { repository } = issue;
  mustHaveRole(repository, actor, "write", "DeleteIssueComment", comment.author);
  mustBeWritable(repository);
  issue.comments.splice(issue.comments.indexOf(comment), 1);
  world.forget(comment);
  world.touch(issue);
  world.emit({ event: "issue_comment", action: "deleted", repository, issue, comment, actor });
}
