import { refusal } from "./error-texts.ts";
import type { Actor, Lockable, LockReason, Minimizable, MinimizedReason, Repository, Votable } from "./objects.ts";
import { hasRole, mustHaveRole } from "./people.ts";
import { kindOf } from "./rules.ts";
import type { World } from "./world.ts";

/** Lock a thread: triage and above for discussions, write for issues and pull requests. */
export function lock(world: World, actor: Actor, thread: Lockable, reason: LockReason | null = null): void {
  mustHaveRole(thread.repository, actor, lockRole(thread), "LockLockable");
  if (thread.locked) throw refusal("alreadyLocked", { kind: kindOf(thread) });
  thread.locked = true;
  thread.activeLockReason = reason;
  world.touch(thread);
  emitLock(world, actor, thread, "locked");
}

/** Unlock a thread. Unlocking what is not locked changes nothing. */
export function unlock(world: World, actor: Actor, thread: Lockable): void {
  mustHaveRole(thread.repository, actor, lockRole(thread), "UnlockLockable");
  if (!thread.locked) return;
  thread.locked = false;
  thread.activeLockReason = null;
  world.touch(thread);
  emitLock(world, actor, thread, "unlocked");
}

function lockRole(thread: Lockable): "triage" | "write" {
  return thread.__typename === "Discussion" ? "triage" : "write";
}

function emitLock(world: World, actor: Actor, thread: Lockable, action: "locked" | "unlocked"): void {
  const { repository } = thread;
  switch (thread.__typename) {
    case "Discussion":
      world.emit({ event: "discussion", action, repository, discussion: thread, actor });
      break;
    case "Issue":
      world.emit({ event: "issues", action, repository, issue: thread, actor });
      break;
    case "PullRequest":
      world.emit({ event: "pull_request", action, repository, pullRequest: thread, actor });
      break;
  }
}

/** Hide a comment: its author, or triage and above. Sends no webhook. */
export function minimize(world: World, actor: Actor, comment: Minimizable, reason: MinimizedReason): void {
  mustHaveRole(repositoryOf(comment), actor, "triage", "MinimizeComment", comment.author);
  if (comment.__typename === "DiscussionComment" && comment.discussion.answer === comment)
    throw refusal("minimizedAnswer");
  comment.isMinimized = true;
  comment.minimizedReason = reason;
  world.touch(comment);
}

/** Show a hidden comment again. */
export function unminimize(world: World, actor: Actor, comment: Minimizable): void {
  mustHaveRole(repositoryOf(comment), actor, "triage", "UnminimizeComment", comment.author);
  comment.isMinimized = false;
  comment.minimizedReason = null;
  world.touch(comment);
}

/** The repository of a comment of either kind. */
export function repositoryOf(comment: Minimizable): Repository {
  return comment.__typename === "DiscussionComment" ? comment.discussion.repository : comment.issue.repository;
}

/** Upvote a discussion or comment; twice is once. Sends no webhook. */
export function upvote(actor: Actor, subject: Votable): void {
  mustRead(actor, subject);
  subject.upvoters.add(actor.login);
}

/** Take an upvote back. */
export function removeUpvote(actor: Actor, subject: Votable): void {
  mustRead(actor, subject);
  subject.upvoters.delete(actor.login);
}

function mustRead(actor: Actor, subject: Votable): void {
  const repository = subject.__typename === "Discussion" ? subject.repository : subject.discussion.repository;
  if (!hasRole(repository, actor, "read"))
    throw refusal("notPermitted", { login: actor.login, operation: "AddUpvote" });
}
