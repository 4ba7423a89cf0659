import { inlineText } from "../../../text/neutralise.ts";

const byAddress = "`/answer <address of the comment>`; “Copy link” in its menu gives the address";

/** Why no comment is marked as the answer, and what to do instead. */
export const notMarked = {
  noAnswers: (category: string): string =>
    `In the category ${inlineText(category, 60)} no comment can be an answer; only categories of the format Q&A have answers. Somebody with triage rights can move the discussion to one, on its page.`,
  notAReply: `\`/answer\` marks the comment that it stands under, and this one stands under none. Write it as a reply to the answer, or name the answer: ${byAddress}.`,
  unknown: `There is no such comment in this discussion. Write \`/answer\` as a reply to the answer, or ${byAddress}.`,
  byBot: `A bot's comment is no answer: only what a person wrote is. Write \`/answer\` as a reply to a person's comment, or ${byAddress}.`,
  hidden:
    "This comment is hidden, and GitHub takes no hidden comment for an answer. Somebody with triage rights can unhide it; then comment `/answer` again.",
  empty: `The comment was deleted. Name another: ${byAddress}.`,
} as const;
