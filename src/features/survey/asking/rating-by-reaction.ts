import type { GivenReaction, ReactionKind } from "../../../core/github-reads.ts";
import type { Rating } from "../../../core/survey.ts";
import { isSameName } from "../../../text/is-same-name.ts";

/**
 * Which reactions rate, and what each means. 👍 and 👎 on our comment are about the suggestions in it; the rest is clicked
 * for too many reasons. 1 and 3 take a command.
 */
export const ratingReactions: readonly {
  readonly kind: ReactionKind;
  readonly shown: string;
  readonly is: Extract<Rating, 2 | 4 | 5>;
}[] = [
  { kind: "heart", shown: "❤️", is: 5 },
  { kind: "laugh", shown: "😄", is: 4 },
  { kind: "confused", shown: "😕", is: 2 },
];

/** GitHub's times have whole seconds. */
const wholeSecondMs = 1000;

/**
 * What the asker said by their reactions since they were asked: of several the latest, and of several in one second the
 * worst, so that nobody looks more content than they are. Undefined where they said nothing, or took it back. What they
 * clicked before they were asked meant something else.
 */
export function ratingByReaction(
  reactions: readonly GivenReaction[],
  asker: string,
  askedAt: Date,
): { readonly rating: Rating; readonly at: Date } | undefined {
  const given = reactions.flatMap(({ by, reaction, at }) => {
    const meant = ratingReactions.find(({ kind }) => kind === reaction);
    const counts = meant && isSameName(by, asker) && at.getTime() > askedAt.getTime() - wholeSecondMs;
    return counts ? [{ rating: meant.is, at }] : [];
  });
  return given.toSorted((a, b) => b.at.getTime() - a.at.getTime() || a.rating - b.rating)[0];
}
