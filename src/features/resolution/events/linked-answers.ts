import type { Discussion, RepositoryRef } from "../../../core/discussion.ts";
import { nothing } from "../../../core/plan.ts";
import { findLinks } from "../../../text/find-links.ts";
import { readThreadAddress } from "../../../text/thread-address.ts";
import type { ResolutionAction, ResolutionPlan } from "../actions/resolution-actions.ts";
import { commentPlace } from "../signs/find-helpful.ts";

/** An answer points at a few comments; one that points at more is a list. */
const maxLinked = 5;

/** Comments of other threads of the repository that a marked answer of a person links to. */
export function linkedComments(
  { owner, name }: RepositoryRef,
  { number, answer }: Pick<Discussion, "number" | "answer">,
): readonly { readonly number: number; readonly answer: string }[] {
  if (!answer || answer.isOurs || answer.author?.isBot || !answer.body.includes("#discussioncomment-")) return [];
  const linked = findLinks(answer.body).flatMap((address) => {
    const [thread, place] = [readThreadAddress(address), commentPlace(address)];
    const isHere = thread?.repository?.toLowerCase() === `${owner}/${name}`.toLowerCase();
    return isHere && place && thread.number !== number ? [{ number: thread.number, answer: place }] : [];
  });
  return linked.length > maxLinked ? [] : linked;
}

/** A follow-up in each thread that an answer links to, under the order key of that thread. */
export function decideLinked(
  repository: RepositoryRef,
  linked: ReturnType<typeof linkedComments>,
  now: Date,
): ResolutionPlan {
  if (linked.length === 0) return nothing("the answer links to no comment of another thread");
  const at = now.toISOString();
  return {
    actions: linked.map(({ number, answer: place }): ResolutionAction => ({
      do: "follow-up",
      key: `helpful-seen:${number}:${place}`,
      event: { kind: "helpful-seen", repository, number, answer: place, because: "linked", at },
    })),
    because: "a marked answer links to comments of other threads",
  };
}
