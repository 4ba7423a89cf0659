import type { AnsweredThread, KnownIssue, Section } from "../core/knowledge.ts";
import type { DocsSite } from "../core/docs-site.ts";
import type { Suggestion } from "../core/suggestion.ts";

// What these texts hold is taken on trust: only our own code writes them, and a change of a stored type comes with a
// migration.

/** The sections of a row of `pages`. */
export function parseSections(text: string): readonly Section[] {
  return JSON.parse(text);
}

/** The thread of a row of `threads`. */
export function parseThread(text: string): AnsweredThread {
  return JSON.parse(text);
}

/** The issue of a row of `issues`. */
export function parseIssue(text: string): KnownIssue {
  return JSON.parse(text);
}

/** The site of a row of `knowledge`; null where the docs have none. */
export function parseSite(text: string | null): DocsSite | undefined {
  return text === null ? undefined : JSON.parse(text);
}

/** The record of a row of `suggestion_records`. */
export function parseSuggestion(text: string): Suggestion {
  return JSON.parse(text);
}
