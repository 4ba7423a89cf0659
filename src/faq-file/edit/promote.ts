import { isRefusal, type Refusal } from "../refusal.ts";
import { cleanTitle } from "../write/clean-title.ts";
import { addEntryFor, type AddOptions } from "./add-entry.ts";
import { moveAnswer, withRedactions, type Answered, type Promoted } from "./answered.ts";
import { tooLong } from "./limits.ts";

/**
 * A FAQ file with an answered question added to it as an entry; see `rehome` for what becomes of the answer and
 * `addEntryFor` for what becomes of the file. Pure: the same from a command, from the command line, and in a dry run.
 */
export function promote(text: string | undefined, answered: Answered, options: AddOptions = {}): Promoted | Refusal {
  const refusal = tooLong(text ?? "", answered.answer);
  if (refusal !== undefined) return refusal;
  const question = questionOf(answered);
  if (question === "") return { refused: "the question is empty" };
  return withRedactions((keep) =>
    addEntryFor(
      text,
      question,
      (home) => {
        const content = keep(
          moveAnswer(answered, home, {
            known: { question, aliases: [] },
            syntax: options.isMdx === true ? "mdx" : options.syntax,
          }),
        );
        return isRefusal(content) ? content : { question, ...content };
      },
      options,
    ),
  );
}

function questionOf({ question, title }: Answered): string {
  const [chosen, cleaned] = [question ?? "", cleanTitle(title)].map(oneLine) as [string, string];
  return chosen === "" ? cleaned : chosen;
}

/** Without what nobody sees. */
function oneLine(text: string): string {
  return text
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/[\p{Cc}\p{Noncharacter_Code_Point}]/gu, "")
    .trim();
}
