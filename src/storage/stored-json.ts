import type { FeatureRequest, IssueLink } from "../core/feature-request.ts";
import type { AnsweredThread, KnownIssue, Section } from "../core/knowledge.ts";
import type { DocsSite } from "../core/docs-site.ts";
import type { EntryEvidence, ReviewIssue } from "../core/faq-store.ts";
import type { Promotion } from "../core/promotion.ts";
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

/** The promotion of a row of `promotions`. */
export function parsePromotion(text: string): Promotion {
  return JSON.parse(text);
}

/** The evidence of a row of `faq_evidence`. */
export function parseEvidence(text: string): EntryEvidence {
  return JSON.parse(text);
}

/** The review of a row of `faq_reviews`. */
export function parseReview(text: string): ReviewIssue {
  return JSON.parse(text);
}

/** The record of a row of `feature_requests`. */
export function parseRequest(text: string): FeatureRequest {
  return JSON.parse(text);
}

/** The link of a row of `feature_requests`; null where there is no issue yet. */
export function parseIssueLink(text: string | null): IssueLink | undefined {
  return text === null ? undefined : JSON.parse(text);
}
