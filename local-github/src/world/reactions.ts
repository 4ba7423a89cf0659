import { refusal } from "./error-texts.ts";
import type { Actor, Reactable, Reaction, ReactionContent, Repository } from "./objects.ts";
import { hasRole } from "./people.ts";
import type { World } from "./world.ts";

/** All reactions, in GitHub's order. */
export const reactionContents: readonly ReactionContent[] = [
  "THUMBS_UP",
  "THUMBS_DOWN",
  "LAUGH",
  "HOORAY",
  "CONFUSED",
  "HEART",
  "ROCKET",
  "EYES",
];

/** React to something; reacting twice is once. Reactions send no webhook (octokit/webhooks.js#553). */
export function react(world: World, actor: Actor, subject: Reactable, content: ReactionContent): Reaction {
  if (!hasRole(repositoryOfReactable(subject), actor, "read")) {
    throw refusal("notPermitted", { login: actor.login, operation: "AddReaction" });
  }
  const there = findReaction(actor, subject, content);
  if (there !== undefined) return there;
  const reaction = world.register<Reaction>({ ...world.stamp("Reaction"), content, user: actor });
  subject.reactions.push(reaction);
  return reaction;
}

/** Take a reaction back; undefined when there was none. */
export function unreact(
  world: World,
  actor: Actor,
  subject: Reactable,
  content: ReactionContent,
): Reaction | undefined {
  const there = findReaction(actor, subject, content);
  if (there === undefined) return undefined;
  subject.reactions.splice(subject.reactions.indexOf(there), 1);
  world.forget(there);
  return there;
}

function findReaction(actor: Actor, subject: Reactable, content: ReactionContent): Reaction | undefined {
  return subject.reactions.find((reaction) => reaction.user === actor && reaction.content === content);
}

/** The repository of anything that can carry reactions. */
export function repositoryOfReactable(subject: Reactable): Repository {
  switch (subject.__typename) {
    case "DiscussionComment":
      return subject.discussion.repository;
    case "IssueComment":
      return subject.issue.repository;
    default:
      return subject.repository;
  }
}
