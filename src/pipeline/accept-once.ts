import type { Delivery } from "../core/delivery.ts";
import type { ReactionKind } from "../core/github-reads.ts";
import type { RepositoryRef } from "../core/discussion.ts";
import type { Command } from "../features/command.ts";
import type { FeatureReads } from "../features/index.ts";
import { acceptWebhook, type AcceptDeps } from "./accept.ts";
import { commandUses } from "./command-uses.ts";
import { toQueuePosition } from "./queue-position.ts";
import { isCommented, toSupportEvent } from "./to-support-event.ts";

export interface AcceptOnceDeps extends AcceptDeps {
  readonly commands: readonly Command<FeatureReads>[];
  readonly github: {
    ownReactions(repository: RepositoryRef, comment: string): Promise<ReadonlySet<ReactionKind>>;
  };
}

/**
 * The same as `acceptWebhook` for a process whose inbox may have been lost. All that we write is found again by its
 * marker, but a command that was obeyed may mean something else now: `/accept` a second time changes an issue. So GitHub
 * is asked for the reaction that each of them ends with, 🚀 or 😕; 1 point for a comment with commands.
 */
export async function acceptOnce(delivery: Delivery, deps: AcceptOnceDeps): Promise<boolean> {
  const event = toSupportEvent(delivery);
  if (!event || !isCommented(event) || event.actor.isBot || commandUses(event, deps.commands).length === 0) {
    return acceptWebhook(delivery, deps);
  }
  const ours = await deps.github.ownReactions(event.repository, event.comment.id);
  if (!ours.has("rocket") && !ours.has("confused")) return acceptWebhook(delivery, deps);
  const outcome = "nothing: an earlier run obeyed the commands, as the reaction to the comment shows";
  return deps.inbox.accept(delivery, toQueuePosition(delivery, event), deps.clock(), outcome);
}
