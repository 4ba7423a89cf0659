import type { Comment } from "../../../core/discussion.ts";
import { inlineText } from "../../../text/neutralise.ts";
import type { ResolutionConfig } from "../config.ts";
import type { Helpful } from "../signs/find-helpful.ts";

const reasons: Readonly<Record<Helpful["because"], string>> = {
  thanked: "you wrote so after it",
  liked: "you gave it 👍",
  linked: "it was linked to as the answer",
};

/** The section of our one comment that proposes a comment to the asker for marking. */
export function proposedAnswer({ comment, because }: Helpful): string {
  return [
    `**Did this solve it?** It looks as if ${linkTo(comment)} did: ${reasons[because]}.`,
    "",
    "If so, whoever asked can mark it as the answer, by “Mark as answer” or by replying `/answer` under it, so that the next one with this question finds it. If not, there is nothing to do.",
    "",
    "<sub>I am a bot, and propose this once.</sub>",
  ].join("\n");
}

/** Stands alone where a proposal stood alone: a comment cannot be empty. */
export const settledProposal = "<sub>I am a bot. I had proposed an answer here, and that is settled.</sub>";

/** The one reminder of an asker who has not written since; a reply to the comment that waits for them. */
export function reminder(
  { since, proposed, isAnswerable }: { since: Date; proposed: Comment | undefined; isAnswerable: boolean },
  closing: { readonly at: Date; readonly as: ResolutionConfig["close-as"] } | undefined,
): string {
  const solved = proposed
    ? `If ${linkTo(proposed)} solved it, reply \`/answer\` under that one`
    : "If a comment solved it, reply `/answer` under that one";
  return [
    `This has waited for whoever asked since ${day(since)}. ${isAnswerable ? `${solved}, so that others find it. If not, say what is still missing.` : "Is anything still missing? A word is enough."}`,
    "",
    closing
      ? `Without a word from you, I close this discussion as ${closing.as} on ${day(closing.at)}; any later word of yours opens it again.`
      : "Nothing is closed if you do not.",
    "",
    "<sub>I am a bot, and remind once.</sub>",
  ].join("\n");
}

/** Said under the reminder when it comes true. Askers cannot always open a discussion again that a bot has closed. */
export function closedSilently(as: ResolutionConfig["close-as"]): string {
  return [
    `I closed this as ${as}, since whoever asked has not written any more. Write anything here, and I open it again.`,
    "",
    "<sub>I am a bot. Discussions with the label that keeps them open, and those that wait for the team, stay open.</sub>",
  ].join("\n");
}

function linkTo({ author, url }: Comment): string {
  const whose = author ? `${inlineText(author.login, 60)}'s comment` : "this comment";
  return `[${whose}](<${url}>)`;
}

/** A day in UTC, as people read it anywhere: `2 March 2026`. */
function day(at: Date): string {
  return `${new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(at)} (UTC)`;
}
