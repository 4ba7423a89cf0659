/** The way of an answer into the FAQ, and the review of what is in it. */
export const en = {
  "command.promote-faq": "Propose the answer of this discussion for the FAQ, by a pull request.",
  "command.verify":
    "Say that an entry of the FAQ is right, in its review issue; opens a pull request with the new date.",
  "command.retire": "Take an entry out of the FAQ, in its review issue; opens a pull request.",

  "refused.labelled":
    "This discussion has the label `{label}`, so its answer stays out of the FAQ. Whoever may label discussions can take it off.",
  "refused.unmarked":
    "No comment is marked as the answer here. Whoever asked, or somebody with triage rights, can mark a comment as the answer; then comment `/promote-faq` again. Or name the comment: `/promote-faq answer: <address of the comment>`.",
  "refused.unmarkable":
    "No comment is marked as the answer here. In this category none can be marked. Name the comment: `/promote-faq answer: <address of the comment>`.",
  "refused.gone":
    "The comment that was named as the answer is not in this discussion any more. Name another by `answer:` and its address.",
  "refused.by-bot":
    "The answer was written by a bot, and only what people answered goes into the FAQ. Mark a person's comment as the answer, or name one by `answer:` and its address.",
  "refused.hidden":
    "The answer is hidden as if it should not be read. Unhide it, or mark another comment as the answer.",
  "refused.empty": "The answer is empty. Mark another comment as the answer.",
  "refused.opted-out":
    "Whoever answered does not want their answers in the FAQ (`faq.opt-out` in the config). Somebody can write the entry in words of their own.",
  "refused.unknown-word":
    'I do not know what to do with "{word}". `/promote-faq` knows {options} and `force`; put quotes around what has spaces.',
  "refused.too-long": "The value of `{option}:` is longer than {max} characters.",
  "refused.not-an-answer":
    "`answer:` must be the address of a comment in this discussion: “Copy link” in the comment's menu gives it, and it ends in `#discussioncomment-` and a number.",
  "refused.file": "`file:` {why}.",
  "refused.file-kind": "I leave that file as it is: {why}.",
  "refused.file-left": "I left `{file}` as it is: {why}.",
  "already-there": "The FAQ says this already: {entry}.",
  "same-question": "The FAQ seems to answer “{question}” already:",
  "same-question-how":
    "The command behind an entry gives it this answer; this question becomes another name of it. To add an entry of its own, comment `/promote-faq force`.",
  "entry-stays":
    "This discussion has its entry already, “{question}”, and I change nothing of it but the answer. Its question and its place are changed in `{file}`, by hand or in the pull request.",
  "entry-elsewhere.published":
    "This discussion has its entry in `{file}` already. Leave `file:` out to bring that up to date, or take the entry out there first.",
  "entry-elsewhere.proposed":
    "This discussion is on its way into `{file}` already. Leave `file:` out to bring that up to date, or take the entry out there first.",

  "news.add":
    "**On its way into the FAQ:** “{question}”, in {pull}. Once it is merged, this answers the next one who asks.",
  "news.update": "**The FAQ is to say this, too:** “{question}” is changed in {pull}.",
  "news.withdraw":
    "**On its way out of the FAQ:** “{question}”, in {pull}, because its answer is not marked, or not there, any more.",
  "news.published": "**In the FAQ:** {entry}. It answers whoever asks this next.",
  "news.declined-edited":
    "**Not in the FAQ:** the answer was edited after “{question}” was asked for, and what was asked for could not be kept. `/promote-faq` proposes it as it is now.",
  "news.declined":
    "**Not in the FAQ:** {pull} for “{question}” was closed without being merged. `/promote-faq` proposes it again.",
  "news.withdrawn": "**No longer in the FAQ:** “{question}” was taken out of `{file}`.",
  "news.edited-published":
    "The answer was edited since, and the FAQ has it as it was: somebody with triage rights can comment `/promote-faq` to propose it as it is now.",
  "news.edited-proposed":
    "The answer was edited since, and the pull request has it as it was: somebody with triage rights can comment `/promote-faq` to propose it as it is now.",
  "news.stuck": "I cannot bring it up to date: {why}.",
  "trouble.edited-away": "its answer was edited, and what was asked for no longer merges. Comment /promote-faq",
  "trouble.tried-too-often":
    "it was proposed {count} times, and the branch still does not hold it. Look at the branch, then comment /promote-faq",
  pull: "pull request {number}",
  "a-pull": "a pull request",
  "worth-an-entry":
    "**Worth an entry in the FAQ?** Other answers lean on this one. Somebody with triage rights can comment `/promote-faq` to propose it.",

  "proposal.title-several": "FAQ: {count} answers from discussions",
  "proposal.title.add": "FAQ: {question}",
  "proposal.title.update": "FAQ: update {question}",
  "proposal.title.withdraw": "FAQ: withdraw {question}",
  "proposal.several": "These answers from discussions were asked for in `{file}`:",
  "proposal.brings": "This brings an answer from a discussion into `{file}`:",
  "proposal.takes-out": "This takes an entry out of `{file}`:",
  "proposal.more": "and {count} more.",
  "proposal.read":
    "Please read it as a reader would: an answer from a thread may need a word more, or one less. Commits of yours on this branch stay; I add to them and never overwrite them.",
  "proposal.merge": "**Merge** it, and the discussion is told, labelled, and the entry answers the next one who asks.",
  "proposal.close": "**Close** it, and the discussion is told; nothing else happens.",
  "proposal.footer":
    "<sub>I am a bot. I opened this because somebody with triage rights asked me to by `/promote-faq`, or because what was promoted has changed.</sub>",
  "proposal.nobody-asked":
    "**Nobody asked for these words:** {who} edited {answer} on {day}, after somebody with triage rights had looked at it; this proposes what it says now. Its menu there shows what was edited.",
  "proposal.edited-since":
    "**Edited since:** {who} edited {answer} on {day}. What is proposed here is what it said before; `/promote-faq` there proposes what it says now.",
  "proposal.answer": "[the answer](<{url}>) of discussion {number}",
  "proposal.item.add": "{question} ({from})",
  "proposal.item.update": "**changed:** {question} ({from})",
  "proposal.item.withdraw": "**withdrawn:** {question} ({from}). Its answer is not marked, or not there, any more",
  "proposal.from": "from {discussion}, asked for by {by}",
  "proposal.from-answerer": "from {discussion}, answered by {answerer}, asked for by {by}",
  "proposal.discussion": "discussion {number}",
  "proposal.taken-out":
    "**Taken out** of the answer from discussion {number}, since it does not belong in a published file: {what}. Patterns find what is written in a known form; please look for more.",
  "proposal.withdrawn":
    "**Closed by me:** the answer of discussion {number} is not marked, or not there, any more, and nothing else is proposed here.",
  "proposal.said-already": "**Closed by me:** the default branch says all of this already.",
  "account-gone": "somebody whose account is gone",

  "review.title": "FAQ review: entries to verify, answers worth an entry",
  "review.intro": "I look at the {count} entries of this repository's FAQ once a day, and edit this issue.",
  "review.footer": "<sub>I am a bot. Close this issue, and I open it again only when there is something new.</sub>",
  "review.moved": "These lists stand in {issue} now, and so do their commands.",
  "review.issue": "issue {number}",
  "review.none": "None.",
  "review.more": "… and {count} more.",
  "review.stale": "Stale entries ({count})",
  "review.stale-how":
    "These are not suggested as they are. For each, comment one of its commands here; I open a pull request.",
  "review.edited": "Answers edited since ({count})",
  "review.edited-how":
    "The FAQ has them as they were. Comment `/promote-faq` in the discussion of one to propose what it says now.",
  "review.offers": "Answers worth an entry ({count})",
  "review.offers-how": "Comment `/promote-faq` in the discussion of one that you want in the FAQ.",
  "review.speaks-of": "It speaks of {versions}.",
  "review.used": "Suggested in {count, plural, one {# thread} other {# threads}}, 👍 {helpful}, 👎 {unhelpful}.",
  "review.commands": "{verify} if it is right, {retire} to take it out.",
  "review.edited-by": "{answer}, edited by {who} on {day}",
  "review.links": "{count, plural, one {# other answer links} other {# other answers link}} to it",
  "review.found": "found for {count, plural, one {# question} other {# questions}}",
  "review.votes": "{count, plural, one {# vote} other {# votes}}",

  "stale.link-gone": "it links to `{place}`, which is not there any more",
  "stale.link-changed": "it links to `{place}`, which says something else by now",
  "stale.source": "its answer is not marked, or not there, any more",
  "stale.never-verified": "it is here since {day} or longer, and was never verified",
  "stale.verified": "it was last verified on {day}",
  "stale.hints": "hints with it did not help {unhelpful} times, and helped {helpful}",

  "verify.title": "FAQ: verify {question}",
  "retire.title": "FAQ: retire {question}",
  "verify.body": "This says that this entry of `{file}` was found right on {day}: {question}",
  "retire.body": "This takes this entry out of `{file}`: {question}",
  "review-pull.asked-for": "Asked for by {by} in the FAQ's review issue. Commits of yours on this branch stay.",
  "review-pull.footer": "<sub>I am a bot.</sub>",
  "review-pull.from": "pull request from `{branch}`",
  "verify.opened": "I proposed it: {pull}. Once that is merged, it is suggested again.",
  "retire.opened": "I proposed it: {pull}. Once that is merged, it is gone.",
  "entry.several": "Several files have that entry. Say which:",
  "entry.none": "Say which entry, by its anchor. There are:",
  "entry.unknown": "I know no such entry. The nearest are:",
  "entry.no-entries": "The FAQ has no entries that I know of.",
  "verified-today": "The FAQ says this already: the entry was verified today.",
  "file-gone": "`{file}` is not there any more.",
} as const;
