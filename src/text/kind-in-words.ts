import { unreachable } from "../core/errors.ts";
import type { KnowledgeEntry, Outcome } from "../core/knowledge.ts";

type Kind = Pick<KnowledgeEntry, "kind" | "outcome" | "retired">;

/** Whether it is an issue in GitHub's sense. */
export function isIssue({ kind }: Kind): boolean {
  return kind === "issue" || kind === "feature-request";
}

/**
 * What a suggestion is, as plain text to stand beside its link: `known bug, fixed in 2.4`. Empty for docs, which are
 * what one expects.
 */
export function kindInWords({ kind, outcome, retired }: Kind): string {
  switch (kind) {
    case "docs":
      return "";
    case "faq":
      return retired === "stale" ? "FAQ, may be out of date" : "FAQ";
    case "thread":
      return "answered discussion";
    case "issue":
      return outcome === undefined ? "issue" : `${outcome.isBug ? "known bug" : "issue"}, ${issueState(outcome)}`;
    case "feature-request":
      return outcome === undefined ? "feature request" : `feature request, ${requestState(outcome)}`;
    default:
      return unreachable(kind);
  }
}

function issueState({ state, shippedIn, isBug }: Outcome): string {
  switch (state) {
    case "open":
      return "open";
    case "not-planned":
      return "not planned";
    case "completed":
      // Only of a bug do we know that what was done is a fix.
      return (isBug ? "fixed" : "closed") + placeOf(shippedIn);
    default:
      return unreachable(state);
  }
}

function requestState({ state, shippedIn }: Outcome): string {
  switch (state) {
    case "open":
      return "open";
    case "not-planned":
      return "declined";
    case "completed":
      return `done${placeOf(shippedIn)}`;
    default:
      return unreachable(state);
  }
}

/** A milestone's title is anything: ` in v2.4` where it is a version, else ` (milestone Autumn)`. */
function placeOf(title: string | undefined): string {
  if (title === undefined) return "";
  return /^\D{0,12}\d+\.\d\S*$|^v\d+$/iu.test(title.trim()) ? ` in ${title}` : `, milestone ${title}`;
}
