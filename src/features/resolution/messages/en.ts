/** How a thread ends: a proposed answer, a reminder, a closing. */
export const en = {
  "command.answer": "Mark the comment that this is a reply to as the answer, or the comment with this address.",
  proposed: "**Did this solve it?** It looks as if {comment} did: {reason}.",
  "proposed-how":
    "If so, whoever asked can mark it as the answer, by “Mark as answer” or by replying `/answer` under it, so that the next one with this question finds it. If not, there is nothing to do.",
  "proposed-footer": "<sub>I am a bot, and propose this once.</sub>",
  "because.thanked": "you wrote so after it",
  "because.liked": "you gave it 👍",
  "because.linked": "it was linked to as the answer",
  "comment-of": "{login}'s comment",
  "this-comment": "this comment",
  settled: "<sub>I am a bot. I had proposed an answer here, and that is settled.</sub>",
  "remind.waits": "This has waited for whoever asked since {day}. {what}",
  "remind.proposed":
    "If {comment} solved it, reply `/answer` under that one, so that others find it. If not, say what is still missing.",
  "remind.answerable":
    "If a comment solved it, reply `/answer` under that one, so that others find it. If not, say what is still missing.",
  "remind.open": "Is anything still missing? A word is enough.",
  "remind.closes":
    "Without a word from you, I close this discussion as {reason} on {day}; any later word of yours opens it again.",
  "remind.stays-open": "Nothing is closed if you do not.",
  "remind.footer": "<sub>I am a bot, and remind once.</sub>",
  closed:
    "I closed this as {reason}, since whoever asked has not written any more. Write anything here, and I open it again.",
  "closed-footer":
    "<sub>I am a bot. Discussions with the label that keeps them open, and those that wait for the team, stay open.</sub>",
  "as.resolved": "resolved",
  "as.outdated": "outdated",
  "by-address": "`/answer <address of the comment>`; “Copy link” in its menu gives the address",
  "refused.no-answers":
    "In the category {category} no comment can be an answer; only categories of the format Q&A have answers. Somebody with triage rights can move the discussion to one, on its page.",
  "refused.not-a-reply":
    "`/answer` marks the comment that it stands under, and this one stands under none. Write it as a reply to the answer, or name the answer: {how}.",
  "refused.unknown": "There is no such comment in this discussion. Write `/answer` as a reply to the answer, or {how}.",
  "refused.by-bot":
    "A bot's comment is no answer: only what a person wrote is. Write `/answer` as a reply to a person's comment, or {how}.",
  "refused.hidden":
    "This comment is hidden, and GitHub takes no hidden comment for an answer. Somebody with triage rights can unhide it; then comment `/answer` again.",
  "refused.empty": "The comment was deleted. Name another: {how}.",
} as const;
