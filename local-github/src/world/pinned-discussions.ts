import { refusal } from "./error-texts.ts";
import type { Actor, Discussion } from "./objects.ts";
import { mustHaveRole } from "./people.ts";
import { mustBeWritable } from "./rules.ts";
import type { World } from "./world.ts";

/**
 * Pin a thread to the top of its repository's list: write and above, on GitHub's pages only, four at most. Pinning what
 * is pinned changes nothing. It is a guess that `updatedAt` stays as it is.
 * https://docs.github.com/en/discussions/managing-discussions-for-your-community/managing-discussions#pinning-a-discussion
 */
export function pinDiscussion(world: World, actor: Actor, discussion: Discussion): void {
  const { repository } = discussion;
  mustHaveRole(repository, actor, "write", "PinDiscussion");
  mustBeWritable(repository);
  const pinned = (repository.pinned ??= []);
  if (pinned.includes(discussion)) return;
  if (pinned.length >= maxPinned) throw refusal("tooManyPinned");
  pinned.push(discussion);
  world.emit({ event: "discussion", action: "pinned", repository, discussion, actor });
}

const maxPinned = 4;

/** Take a pin away. Unpinning what is not pinned changes nothing. */
export function unpinDiscussion(world: World, actor: Actor, discussion: Discussion): void {
  const { repository } = discussion;
  mustHaveRole(repository, actor, "write", "UnpinDiscussion");
  const at = repository.pinned?.indexOf(discussion) ?? -1;
  if (at === -1) return;
  repository.pinned?.splice(at, 1);
  world.emit({ event: "discussion", action: "unpinned", repository, discussion, actor });
}
