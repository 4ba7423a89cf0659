import type { Thread } from "../../../core/discussion.ts";
import { findSigns, type Sign } from "./find-signs.ts";

/** Something that is needed to prepare a session. */
export interface PrepareItem {
  /** Tells it from the others in the record. */
  readonly name: string;
  /** As people are asked for it. Markdown of the config's authors. */
  readonly ask: string;
  /** What shows that the thread holds it: one of the signs that are known, or one of these words. */
  readonly "found-by": Sign | readonly string[];
}

/**
 * The names of what a thread holds of what is needed: in the question, and in what its asker has added. What others
 * write, and what is hidden, is not the asker's own case.
 */
export function preparedIn(thread: Thread, items: readonly PrepareItem[]): readonly string[] {
  const { author, body, comments } = thread;
  const own = comments.filter((it) => author !== undefined && it.author?.login === author.login && !it.isMinimized);
  const texts = [body, ...own.map((it) => it.body)];
  const signs = new Set(texts.flatMap((it) => [...findSigns(it)]));
  const lower = texts.map((it) => it.toLowerCase());
  return items
    .filter(({ "found-by": by }) => (typeof by === "string" ? signs.has(by) : hasOne(lower, by)))
    .map(({ name }) => name);
}

function hasOne(texts: readonly string[], words: readonly string[]): boolean {
  return words.some((word) => texts.some((text) => text.includes(word.toLowerCase())));
}
