import type { Comment } from "../../../core/discussion.ts";
import type { Text } from "../../../core/language.ts";
import { inlineText } from "../../../text/neutralise.ts";
import { dayInUtc } from "../../../words/times.ts";
import { joined, md } from "../../../words/compose-text.ts";
import type { ResolutionConfig } from "../config.ts";
import type { Helpful } from "../signs/find-helpful.ts";
import { say } from "./words.ts";

/** The section of our one comment that proposes a comment to the asker for marking. */
export function proposedAnswer({ comment, because }: Helpful): Text {
  const proposed = say("proposed", { comment: linkTo(comment), reason: say(`because.${because}`) });
  return joined([proposed, say("proposed-how"), say("proposed-footer")], "\n\n");
}

/** Stands alone where a proposal stood alone: a comment cannot be empty. */
export const settledProposal = say("settled");

/** The one reminder of an asker who has not written since; a reply to the comment that waits for them. */
export function reminder(
  { since, proposed, isAnswerable }: { since: Date; proposed: Comment | undefined; isAnswerable: boolean },
  closing: { readonly at: Date; readonly as: ResolutionConfig["close-as"] } | undefined,
): Text {
  const solved = proposed ? say("remind.proposed", { comment: linkTo(proposed) }) : say("remind.answerable");
  const what = isAnswerable ? solved : say("remind.open");
  return joined(
    [
      say("remind.waits", { day: dayInUtc(since), what }),
      closing
        ? say("remind.closes", { reason: say(`as.${closing.as}`), day: dayInUtc(closing.at) })
        : say("remind.stays-open"),
      say("remind.footer"),
    ],
    "\n\n",
  );
}

/** Said under the reminder when it comes true. Askers cannot always open a discussion again that a bot has closed. */
export function closedSilently(as: ResolutionConfig["close-as"]): Text {
  return md`${say("closed", { reason: say(`as.${as}`) })}\n\n${say("closed-footer")}`;
}

function linkTo({ author, url }: Comment): Text {
  const whose = author ? say("comment-of", { login: inlineText(author.login, 60) }) : say("this-comment");
  return md`[${whose}](<${url}>)`;
}
