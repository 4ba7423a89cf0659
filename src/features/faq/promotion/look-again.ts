import type { RepositoryRef } from "../../../core/discussion.ts";
import type { FaqAction } from "../actions/faq-actions.ts";
import type { Promotion } from "./promotion.ts";
import type { EntryFiles } from "./entry-files.ts";
import type { OnBranch } from "./gather-wishes.ts";

/** The thread is told by a look of its own: only then is it known which pull request it has become. */
export function lookAgain(
  repository: RepositoryRef,
  { number, wanted }: Promotion,
  { proposal }: EntryFiles,
): FaqAction {
  const key = `promotion:${number}:${wanted}:${proposal.base.head}`;
  return { do: "follow-up", key, event: { kind: "promotion-changed", repository, number } };
}

/**
 * Looks at those that a branch made anew has no more. They come before all others on it: each then has those looked at,
 * which would else take it for something that the pull request has to name.
 */
export function looksAtLeft(repository: RepositoryRef, { heldBack }: OnBranch, files: EntryFiles): FaqAction[] {
  return heldBack.map((it) => lookAgain(repository, it, files));
}
