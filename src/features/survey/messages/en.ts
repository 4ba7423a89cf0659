/** The one question after a thread, and the ratings of those who ask by themselves. */
export const en = {
  "command.rate":
    "Say how content you are with how your question went, from 1 (not at all) to 5 (very), or that you want to be asked no more.",
  question: "**How content are you with how this went?** This is for whoever asked.",
  "how-to-answer":
    "React to this comment with {reactions}, or comment `/rate 1` to `/rate 5`, from not at all to very content; a few words may follow. The latest counts, and a command outweighs reactions.{thumbs}",
  reaction: "{emoji} {meaning} ({rating} of 5)",
  "means.5": "very content",
  "means.4": "content",
  "means.2": "not content",
  thumbs: " 👍 and 👎 are about the suggestions above.",
  footer:
    "<sub>I am a bot, and ask once. Reactions count until {day}. Comments can be read by everybody who can read this discussion. `/rate stop`, and I ask you no more.</sub>",
  thanks: "<sub>Thank you for the rating. {change}</sub>",
  "change-until": "Until {day}, another reaction changes it, and `/rate` does at any time.",
  "change-by-command": "Another `/rate` changes it.",
  over: "<sub>I am a bot. I had asked something here, and that is settled.</sub>",
  "how-to-rate":
    "`/rate` takes a whole number from 1 (not at all content) to 5 (very content), then a few words if you like: `/rate 4 quick and kind`.",
  "refused.empty": "There is no number behind it. {how}",
  "refused.no-rating": "I cannot read a rating there. {how}",
  "refused.of-team": "Discussions that the team opens are not rated; what counts is how content others are.",
  "refused.unresolved":
    "This discussion is not resolved yet, so there is nothing to rate. Rate it when an answer is marked, or when it is closed as resolved; closed as a duplicate or as outdated it is not. If it is over, whoever asked can mark the answer by `/answer` under it.",
} as const;
