import { inlineText } from "../../../text/neutralise.ts";

const howTo =
  "Write `/interviewed [notes]` in a discussion of theirs, or `/interviewed @login [notes]` anywhere in the repository's discussions.";

/** Why nobody is ticked off, and what to do instead. Notes are never repeated. */
export const notInterviewed = {
  nobody: `The account that opened this discussion is gone. ${howTo}`,
  notNamed: (login: string, left: readonly string[]): string =>
    `${inlineText(login, 60)} was not named to be talked to, so there is nothing to tick off. ${
      left.length === 0
        ? "Everybody who was named is ticked off."
        : `Named and not ticked off: ${left.map((it) => inlineText(it, 60)).join(", ")}.`
    } ${howTo}`,
  already: (login: string, day: string): string =>
    `${inlineText(login, 60)} was ticked off on ${day} already. To add to the notes, write them behind the command.`,
} as const;
