/**
 * One change, of GitHub or of our own records, as plain data: it can be printed, stored as JSON, compared in a test, or
 * skipped in a dry run. `do` is its name, of which no two kinds share one; the kinds are declared in `src/actions/` and
 * by the features. Doing it twice is doing it once.
 */
export interface ActionData {
  readonly do: string;
}

/** Actions in the order they are carried out, and one line that says why, for the log and the record. */
export interface Plan<Action extends ActionData = ActionData> {
  readonly actions: readonly Action[];
  readonly because: string;
}

/** The plan of doing nothing, with the reason for it. */
export function nothing(because: string): Plan<never> {
  return { actions: [], because };
}

/** The parts of our one comment in a thread, in the order they stand in it. */
export const commentSections = [
  "related-answers",
  "expectation",
  "feature-request",
  "assignment",
  "session",
  "resolution",
  "faq",
  "survey",
] as const;
export type CommentSection = (typeof commentSections)[number];

export type Reaction = "eyes" | "rocket" | "confused";

/** Why a comment is minimized; GitHub's classifiers in lower case. */
export type MinimizeReason = "resolved" | "outdated" | "off-topic";
