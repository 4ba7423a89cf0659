import type { Refusal } from "../refusal.ts";
import type { Which } from "../place/find-entry.ts";
import { moveAnswer, withRedactions, type Answered, type Promoted } from "./answered.ts";
import { tooLong } from "./limits.ts";
import { rewriteEntry, type EditOptions } from "./rewrite-entry.ts";

/**
 * A FAQ file in which an entry has the answer as it is now: its question stays as the file has it, and the thread's
 * title becomes one more name for it where it says something else. Doing it twice changes nothing more.
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
        const { question, marks } = home.entry;
        return keep(
          moveAnswer(answered, home, {
            known: { question, aliases: marks.aliases },
            syntax: options.isMdx === true ? "mdx" : options.syntax,
          }),
        );
      },
      options,
    ),
  );
}
