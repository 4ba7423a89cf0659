import { refusal } from "./error-texts.ts";
import type { Actor, Discussion, DiscussionCategory, DiscussionComment, Issue } from "./objects.ts";
import { mustHaveRole } from "./people.ts";
import { mustBeWritable } from "./rules.ts";
import type { World } from "./world.ts";

/**
 * Convert an issue to a discussion, which GitHub offers on its pages only. The issue stays behind, closed and locked,
 * with an event in its timeline that names the discussion (github/docs#20908, maniac103/GitHubSdk#5). Its comments go
 * along. Which webhooks follow is not documented: `discussion` `created` and `issues` `closed` are our guess.
 */
export function convertToDiscussion(
  world: World,
  actor: Actor,
  issue: Issue,
  category: DiscussionCategory,
): Discussion {
  const { repository, title, body, author } = issue;
  mustHaveRole(repository, actor, "triage", "ConvertIssueToDiscussion");
  mustBeWritable(repository);
  if (!repository.hasDiscussionsEnabled) throw refusal("discussionsDisabled");
  const discussion = world.register<Discussion>({
    ...world.stamp("Discussion", repository),
    createdAt: issue.createdAt,
    repository,
    number: repository.nextNumber++,
    category,
    title,
    body,
    author,
    editor: null,
    lastEditedAt: null,
    closed: false,
    closedAt: null,
    stateReason: null,
    locked: false,
    activeLockReason: null,
    answer: null,
    answerChosenAt: null,
    answerChosenBy: null,
    labels: [...issue.labels],
    comments: [],
    reactions: [...issue.reactions],
    upvoters: new Set(author === null ? [] : [author.login]),
  });
  repository.discussions.push(discussion);
  moveComments(world, issue, discussion);
  world.emit({ event: "discussion", action: "created", repository, discussion, actor });
  closeConverted(world, actor, issue, discussion);
  return discussion;
}

function moveComments(world: World, issue: Issue, discussion: Discussion): void {
  for (const comment of issue.comments.splice(0)) {
    world.forget(comment);
    discussion.comments.push(
      world.register<DiscussionComment>({
        ...world.stamp("DiscussionComment", discussion.repository),
        createdAt: comment.createdAt,
        discussion,
        author: comment.author,
        body: comment.body,
        lastEditedAt: comment.lastEditedAt,
        editor: comment.editor,
        reactions: [...comment.reactions],
        replyTo: null,
        replies: [],
        isMinimized: comment.isMinimized,
        minimizedReason: comment.minimizedReason,
        deletedAt: null,
        upvoters: new Set(),
      }),
    );
  }
}

function closeConverted(world: World, actor: Actor, issue: Issue, discussion: Discussion): void {
  const wasOpen = !issue.closed;
  world.touch(issue);
  issue.convertedTo = discussion;
  issue.locked = true;
  if (!wasOpen) return;
  issue.state = "CLOSED";
  issue.closed = true;
  issue.closedAt = issue.updatedAt;
  issue.closedBy = actor;
  world.emit({ event: "issues", action: "closed", repository: issue.repository, issue, actor });
}
