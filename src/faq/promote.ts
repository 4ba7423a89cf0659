import { parseMarkdown } from "../text/parse-markdown.ts";
import { addEntry, type Added, type AddOptions } from "./add-entry.ts";
import { cleanTitle } from "./clean-title.ts";
import { findPlace } from "./find-place.ts";
import { rehome } from "./re-home.ts";
import { readFaq } from "./read-faq.ts";
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

/** The longest file that is edited, in UTF-16 units: a FAQ of hundreds of pages. */
export const longestFile = 2_000_000;

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
  const place = findPlace(readFaq(text ?? ""), text ?? "", question, options.section);
  if (isRefusal(place)) return place;
  const home = { thread: answered.thread, depth: place.depth, key: answered.key, taken: labelsIn(text ?? "") };
  const { text: answer, redacted } = rehome(answered.answer, home);
  if (answer === "") return { refused: "the answer is empty" };
  const { source, marker } = answered;
  const entry = { question, answer, ...(source !== undefined && { source }), ...(marker !== undefined && { marker }) };
  const added = addEntry(text, entry, options);
  return isRefusal(added) ? added : { ...added, redacted };
}

/** Labels of links and footnotes that a file defines. */
function labelsIn(text: string): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const node of parseMarkdown(text).children) {
    if (node.type === "definition") labels.add(node.identifier);
    if (node.type === "footnoteDefinition") labels.add(`^${node.identifier}`);
  }
  return labels;
}
