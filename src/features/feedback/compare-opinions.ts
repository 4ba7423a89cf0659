import type { CommentOpinions } from "../../core/github-reads.ts";
import type { Feedback, GivenFeedback } from "../../core/suggestion.ts";

/** A post of ours: what people clicked on it, and what is recorded of it. */
export interface Post {
  /** Number of the thread. */
  readonly number: number;
  readonly clicked: CommentOpinions;
  readonly recorded: readonly GivenFeedback[];
  /** When the first person other than the asker wrote in the thread; known where the asker's 👍 is new. */
  readonly firstReply?: Date;
}

/** What has to change for the records to say what people clicked. */
export interface Changes {
  readonly given: readonly { readonly feedback: Feedback; readonly at: Date }[];
  /** Logins of those who took their reaction back. */
  readonly takenBack: readonly string[];
}

/**
 * Wanted against recorded. Who gave both 👍 and 👎 has no opinion that we could tell. Who said something by a command is
 * taken at their word, whatever they click.
 */
export function compareOpinions(post: Post): Changes {
  const byCommand = new Set(post.recorded.filter(({ via }) => via === "command").map(({ by }) => by));
  const known = new Map(post.recorded.filter(({ via }) => via === "reaction").map((it) => [it.by, it.helpful]));
  const people = Map.groupBy(post.clicked.reactions, ({ by }) => by);
  const opinions = [...people.values()].flatMap((reactions) => {
    const [first] = reactions;
    return first && reactions.every(({ helpful }) => helpful === first.helpful) ? [first] : [];
  });
  const given = opinions
    .filter(({ by, helpful }) => !byCommand.has(by) && known.get(by) !== helpful)
    .map(({ by, helpful, at }) => {
      const isAsker = by === post.clicked.asker;
      const deflected = isAsker && helpful && (post.firstReply === undefined || post.firstReply > at);
      return { feedback: { by, helpful, isAsker, via: "reaction", deflected } as const, at };
    });
  const standing = new Set(opinions.map(({ by }) => by));
  return { given, takenBack: [...known.keys()].filter((by) => !standing.has(by)) };
}

/** Whether the asker's 👍 is new, so that it matters who else has written in the thread. */
export function isNewPraise(post: Post): boolean {
  return compareOpinions(post).given.some(({ feedback }) => feedback.isAsker && feedback.helpful);
}
