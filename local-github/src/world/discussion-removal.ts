import { refusal } from "./error-texts.ts";
import type { Actor, Discussion, DiscussionComment, Repository } from "./objects.ts";
import { mustHaveRole } from "./people.ts";
import type { World } from "./world.ts";

/** Delete a thread with all its comments: triage and above. */
export function deleteDiscussion(world: World, actor: Actor, discussion: Discussion): Discussion {
  const { repository } = discussion;
  mustHaveRole(repository, actor, "triage", "DeleteDiscussion");
  removeDiscussion(world, discussion);
  world.emit({ event: "discussion", action: "deleted", repository, discussion, actor });
  return discussion;
}

/**
 * Move a thread to another repository of the same owner, where the category of the same slug (or the first) takes it.
 * GitHub offers this on its pages only. The old number is gone.
 */
export function transferDiscussion(world: World, actor: Actor, discussion: Discussion, to: Repository): Discussion {
  const from = discussion.repository;
  mustHaveRole(from, actor, "write", "TransferDiscussion");
  mustHaveRole(to, actor, "write", "TransferDiscussion");
  const category =
    to.discussionCategories.find(({ slug }) => slug === discussion.category.slug) ?? to.discussionCategories[0];
  if (category === undefined || !to.hasDiscussionsEnabled) throw refusal("discussionsDisabled");
  const moved = world.register<Discussion>({
    ...discussion,
    ...world.stamp("Discussion", to),
    repository: to,
    number: to.nextNumber++,
    category,
    labels: [],
    comments: [],
  });
  to.discussions.push(moved);
  moveComments(world, discussion, moved);
  removeDiscussion(world, discussion);
  world.emit({ event: "discussion", action: "transferred", repository: from, discussion, actor, newDiscussion: moved });
  return moved;
}

function moveComments(world: World, from: Discussion, to: Discussion): void {
  for (const top of from.comments) {
    const parent = world.register<DiscussionComment>({
      ...top,
      ...world.stamp("DiscussionComment", to.repository),
      discussion: to,
      replies: [],
    });
    to.comments.push(parent);
    if (from.answer === top) to.answer = parent;
    for (const reply of top.replies) {
      const child = world.register<DiscussionComment>({
        ...reply,
        ...world.stamp("DiscussionComment", to.repository),
        discussion: to,
        replyTo: parent,
      });
      parent.replies.push(child);
      if (from.answer === reply) to.answer = child;
    }
  }
}

function removeDiscussion(world: World, discussion: Discussion): void {
  const { discussions } = discussion.repository;
  discussions.splice(discussions.indexOf(discussion), 1);
  const { repository } = discussion;
  if (repository.pinned) repository.pinned = repository.pinned.filter((it) => it !== discussion);
  for (const comment of discussion.comments) {
    for (const reply of comment.replies) world.forget(reply);
    world.forget(comment);
  }
  world.forget(discussion);
}
