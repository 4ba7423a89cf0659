import type { EntryMarks } from "../marks/entry-marks.ts";
import type { EntrySource } from "../marks/source-line.ts";
import { sameWords } from "../place/same-words.ts";

/** Under what an entry is known so far. */
export interface Known {
  readonly question: string;
  readonly aliases: readonly string[];
}

/** What an entry is to keep of itself: a title that says something else than its question is one more name for it. */
export function contentMarks({ question, aliases }: Known, title: string, source: EntrySource | undefined): EntryMarks {
  const isKnown = title === "" || [question, ...aliases].some((it) => sameWords(it, title));
  return {
    ...(source !== undefined && {
      source: { thread: source.number, answer: source.answer },
      verified: source.verified,
    }),
    aliases: isKnown ? aliases : [...aliases, title],
  };
}
