import { refusal } from "./error-texts.ts";
import type { Changes } from "./events.ts";
import type { Actor, Discussion, DiscussionCategory, DiscussionStateReason, Repository } from "./objects.ts";
import { hasRole, mustHaveRole } from "./people.ts";
import { mustBeBody, mustBeTitle, mustBeWritable } from "./rules.ts";
import type { World } from "./world.ts";

/** Open a thread. The author's own upvote is there from the start, as on GitHub. */
export function openDiscussion(
  world: World,
  actor: Actor,
  repository: Repository,
  input: { readonly category: DiscussionCategory; readonly title: string; readonly body: string },
): Discussion {
  if (!hasRole(repository, actor, "read"))
    throw refusal("notPermitted", { login: actor.login, operation: "CreateDiscussion" });
  mustBeWritable(repository);
  if (!repository.hasDiscussionsEnabled) throw refusal("discussionsDisabled");
  if (input.category.repository !== repository) throw refusal("categoryElsewhere");
  mustBeTitle(input.title);
  mustBeBody(input.body);
  const discussion = world.register<Discussion>({
    ...world.stamp("Discussion", repository),
    repository,
    number: repository.nextNumber++,
    category: input.category,
    title: input.title,
    body: input.body,
    author: actor,
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
    labels: [],
    comments: [],
    reactions: [],
    upvoters: new Set([actor.login]),
  });
  repository.discussions.push(discussion);
  world.emit({ event: "discussion", action: "created", repository, discussion, actor });
  return discussion;
}

/** Change title, body or category: its author, or triage and above. */
export function editDiscussion(
  world: World,
  actor: Actor,
  discussion: Discussion,
  input: { readonly title?: string; readonly body?: string; readonly category?: DiscussionCategory },
): Discussion {
  const { repository } = discussion;
  mustHaveRole(repository, actor, "triage", "UpdateDiscussion", discussion.author);
  mustBeWritable(repository);
  if (input.title !== undefined) mustBeTitle(input.title);
  if (input.body !== undefined) mustBeBody(input.body);
  const { category } = input;
  if (category !== undefined && category.repository !== repository) throw refusal("categoryElsewhere");
  const changes = applyText(world, actor, discussion, input);
  if (changes !== undefined) {
    world.emit({ event: "discussion", action: "edited", repository, discussion, actor, changes });
  }
  if (category !== undefined) changeCategory(world, actor, discussion, category);
  return discussion;
}

function applyText(
  world: World,
  actor: Actor,
  discussion: Discussion,
  input: { readonly title?: string; readonly body?: string },
): Changes | undefined {
  const changes: Record<string, { from: string }> = {};
  for (const key of ["title", "body"] as const) {
    const to = input[key];
    if (to === undefined || to === discussion[key]) continue;
    changes[key] = { from: discussion[key] };
    discussion[key] = to;
  }
  if (Object.keys(changes).length === 0) return undefined;
  world.touch(discussion);
  if ("body" in changes) {
    discussion.editor = actor;
    discussion.lastEditedAt = discussion.updatedAt;
  }
  return changes;
}

function changeCategory(world: World, actor: Actor, discussion: Discussion, category: DiscussionCategory): void {
  const oldCategory = discussion.category;
  if (oldCategory === category) return;
  discussion.category = category;
  world.touch(discussion);
  const { repository } = discussion;
  world.emit({ event: "discussion", action: "category_changed", repository, discussion, actor, oldCategory });
}

/** Close a thread: its author, or triage and above. */
export function closeDiscussion(
  world: World,
  actor: Actor,
  discussion: Discussion,
  reason: Exclude<DiscussionStateReason, "REOPENED"> = "RESOLVED",
): Discussion {
  const { repository } = discussion;
  mustHaveRole(repository, actor, "triage", "CloseDiscussion", discussion.author);
  mustBeWritable(repository);
  if (discussion.closed) throw refusal("alreadyClosed", { kind: "Discussion" });
  world.touch(discussion);
  discussion.closed = true;
  discussion.closedAt = discussion.updatedAt;
  discussion.stateReason = reason;
  world.emit({ event: "discussion", action: "closed", repository, discussion, actor });
  return discussion;
}

/** Open a closed thread again: its author, or triage and above. */
export function reopenDiscussion(world: World, actor: Actor, discussion: Discussion): Discussion {
  const { repository } = discussion;
  mustHaveRole(repository, actor, "triage", "ReopenDiscussion", discussion.author);
  mustBeWritable(repository);
  if (!discussion.closed) throw refusal("notClosed", { kind: "Discussion" });
  world.touch(discussion);
  discussion.closed = false;
  discussion.closedAt = null;
  discussion.stateReason = "REOPENED";
  world.emit({ event: "discussion", action: "reopened", repository, discussion, actor });
  return discussion;
}
