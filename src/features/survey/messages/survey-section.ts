import type { Text } from "../../../core/language.ts";
import { dayInUtc } from "../../../words/times.ts";
import { enumerated, md } from "../../../words/compose-text.ts";
import { ratingReactions } from "../asking/rating-by-reaction.ts";
import { say } from "./words.ts";

/** The section of our one comment that asks the asker, once. `hasSuggestions`: 👍 and 👎 on it mean something else. */
export function surveyQuestion(closesAt: Date, hasSuggestions: boolean): Text {
  const reactions = ratingReactions.map(({ shown, is }) =>
    say("reaction", { emoji: shown, meaning: say(`means.${is}`), rating: is }),
  );
  const how = say("how-to-answer", {
    reactions: enumerated(reactions),
    thumbs: hasSuggestions ? say("thumbs") : "",
  });
  return md`${say("question")}\n\n${how}\n\n${say("footer", { day: dayInUtc(closesAt) })}`;
}

/** Stands in its place when they have answered. Which rating it was is not repeated. */
export function surveyThanks(closesAt: Date | undefined): Text {
  const change = closesAt ? say("change-until", { day: dayInUtc(closesAt) }) : say("change-by-command");
  return say("thanks", { change });
}

/** Stands alone where the question stood alone and was taken out: a comment cannot be empty. */
export const surveyOver = say("over");
