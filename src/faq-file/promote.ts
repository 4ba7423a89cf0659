import { isRefusal, type Answered, type Refusal, type Which } from "../core/faq-editor.ts";
import { addEntryFor, type AddOptions } from "./edit/add-entry.ts";
import { relocateAnswer, withRedactions, type Promoted } from "./edit/answer-content.ts";
import { rewriteEntry, type EditOptions } from "./edit/rewrite-entry.ts";
import { tooLong } from "./limits.ts";
import { cleanTitle } from "./question-title.ts";

export type { Promoted };

/**
 * Adds an answered question to a FAQ file as an entry. `relocate` rewrites the answer; `addEntryFor` edits the file.
 * Pure: the same from a command, from the command line, and in a dry run.
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
          relocateAnswer(answered, home, {
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

/** On one line, without control characters. */
function oneLine(text: string): string {
  return text
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/[\p{Cc}\p{Noncharacter_Code_Point}]/gu, "")
    .trim();
}

/**
 * Writes the answer of an entry anew. The question stays as the file has it; the thread's title becomes an alias where it
 * has other words. Doing it twice changes nothing more.
 */
export function updateEntry(
  text: string,
  which: Which,
  answered: Answered,
  options: EditOptions = {},
): Promoted | Refusal {
  const refusal = tooLong(text, answered.answer);
  if (refusal !== undefined) return refusal;
  return withRedactions((keep) =>
    rewriteEntry(
      text,
      which,
      (home) => {
        const { question, metadata } = home.entry;
        return keep(
          relocateAnswer(answered, home, {
            known: { question, aliases: metadata.aliases },
            syntax: options.isMdx === true ? "mdx" : options.syntax,
          }),
        );
      },
      options,
    ),
  );
}
