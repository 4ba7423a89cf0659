import { addEntryFor, type Added, type AddOptions } from "./add-entry.ts";
import { cleanTitle } from "./clean-title.ts";
import { rehome } from "../move/re-home.ts";
import { isRefusal, type Refusal } from "./refusal.ts";

/** An answered question as it stands where it was asked. */
export interface Answered {
  readonly title: string;
  /** The answer's Markdown, as it was posted. */
  readonly answer: string;
  /** Address of the thread; undefined for an answer from nowhere, whose relative addresses stay as they are. */
  readonly thread: string | undefined;
  /** Told from other entries by this, in footnotes: `d12`. */
  readonly key: string;
  readonly source?: string;
  readonly marker?: string;
}

export interface Promoted extends Added {
  /** What was taken out of the answer because it must not be published, with how often. */
  readonly redacted: ReadonlyMap<string, number>;
}

/**
 * The longest file that is edited, in UTF-16 units: a FAQ of two hundred pages. The parser's time grows with the square
 * of the number of lists in it: half a megabyte takes seconds, a whole one a quarter of a minute.
 */
export const longestFile = 500_000;

/** The longest answer, in UTF-16 units: the longest that GitHub lets people post. */
export const longestAnswer = 65_536;

/**
 * A FAQ file with an answered question added to it as an entry; see `rehome` for what becomes of the answer and
 * `addEntry` for what becomes of the file. Pure: the same from a command, from the command line, and in a dry run.
 */
export function promote(text: string | undefined, answered: Answered, options: AddOptions = {}): Promoted | Refusal {
  if ((text?.length ?? 0) > longestFile) return { refused: `the file is longer than ${longestFile} characters` };
  if (answered.answer.length > longestAnswer) {
    return { refused: `the answer is longer than ${longestAnswer} characters` };
  }
  const question = cleanTitle(answered.title);
  if (question === "") return { refused: "the question is empty" };
  const { thread, key, source, marker } = answered;
  let redacted: Promoted["redacted"] = new Map();
  const added = addEntryFor(
    text,
    question,
    ({ depth, labels }) => {
      const moved = rehome(answered.answer, { thread, depth, key, taken: labels });
      redacted = moved.redacted;
      if (moved.text === "") return { refused: "the answer is empty" };
      const own = { ...(source !== undefined && { source }), ...(marker !== undefined && { marker }) };
      return { question, answer: moved.text, ...own };
    },
    options,
  );
  return isRefusal(added) ? added : { ...added, redacted };
}
