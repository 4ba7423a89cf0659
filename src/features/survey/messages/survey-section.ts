import { ratingReactions } from "../asking/rating-by-reaction.ts";

const meanings: Readonly<Record<number, string>> = { 5: "very content", 4: "content", 2: "not content" };

/** The section of our one comment that asks the asker, once. `hasSuggestions`: 👍 and 👎 on it mean something else. */
export function surveyQuestion(closesAt: Date, hasSuggestions: boolean): string {
  const reactions = ratingReactions.map(({ shown, is }) => `${shown} ${meanings[is] ?? ""} (${is} of 5)`);
  return [
    "**How content are you with how this went?** This is for whoever asked.",
    "",
    `React to this comment with ${reactions.join(", ")}, or comment \`/rate 1\` to \`/rate 5\`, from not at all to very content; a few words may follow. The latest counts, and a command outweighs reactions.${hasSuggestions ? " 👍 and 👎 are about the suggestions above." : ""}`,
    "",
    `<sub>I am a bot, and ask once. Reactions count until ${day(closesAt)}. Comments can be read by everybody who can read this discussion. \`/rate stop\`, and I ask you no more.</sub>`,
  ].join("\n");
}

/** Stands in its place when they have answered. Which rating it was is not repeated. */
export function surveyThanks(closesAt: Date | undefined): string {
  const change = closesAt
    ? `Until ${day(closesAt)}, another reaction changes it, and \`/rate\` does at any time.`
    : "Another `/rate` changes it.";
  return `<sub>Thank you for the rating. ${change}</sub>`;
}

/** Stands alone where the question stood alone and was taken out: a comment cannot be empty. */
export const surveyOver = "<sub>I am a bot. I had asked something here, and that is settled.</sub>";

/** A day in UTC, as people read it anywhere: `2 March 2026`. */
function day(at: Date): string {
  return `${new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(at)} (UTC)`;
}
