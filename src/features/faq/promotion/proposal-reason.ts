import type { FoundEntry } from "../../../core/faq-editor.ts";
import type { PullRequest } from "../../../core/proposal.ts";
import { hasMetadataOf } from "../../../faq-file/entry-metadata.ts";
import { readSections, writeSection } from "../../../text/marker.ts";
import { proposalBody, proposalSection } from "../messages/pull-request.ts";
import { isInConflict } from "./branch-base.ts";
import type { EntryFiles } from "./entry-files.ts";
import { noEntry, type Promotion } from "./promotion.ts";
import { localeOf } from "../../../words/locale-of.ts";

/** One promotion, and the present state that it is compared with. */
export interface Compared {
  readonly promotion: Promotion;
  /** What the thread wants now, as `Promotion.wanted` says it. */
  readonly wanted: string;
  readonly files: EntryFiles;
  /** Its entry on the default branch. */
  readonly entry: FoundEntry | undefined;
  /** All other promotions that are proposed on its branch. */
  readonly otherPromotions: readonly Promotion[];
}

/** Why a change has to be proposed, or proposed again, for the record. */
export const reasons = {
  outdated: "the answer is not what was promoted any more",
  conflict: "the FAQ has changed where this changes it",
  lost: "another promotion took the branch at the same time",
  misdescribed: "the pull request does not name all that is on its branch",
} as const;

/** Why a change has to be proposed; undefined where the present state is the wanted one. */
export function proposalReason(compared: Compared): keyof typeof reasons | undefined {
  const { promotion, wanted, files, entry, otherPromotions } = compared;
  const pull = files.proposal.pullRequest;
  const isOnItsWay = pull?.state === "open" && promotion.state === "proposed";
  if (wanted !== promotion.wanted && (isOnItsWay || entry !== undefined)) return "outdated";
  if (!isOnItsWay) return undefined;
  if (isInConflict(files)) return "conflict";
  if (isLost(promotion, files)) return "lost";
  return isMisdescribed(pull, [...otherPromotions, promotion], files) ? "misdescribed" : undefined;
}

/**
 * Whether the branch lacks what was committed for a promotion: two on one branch do not know of each other until both are
 * stored. On a branch with commits of other people, their removal of an entry stands.
 */
export function isLost({ number, wanted }: Promotion, { proposal, ours }: EntryFiles): boolean {
  if (proposal.branch === undefined || proposal.branch.others.length > 0) return false;
  return hasMetadataOf(ours ?? "", number) === (wanted === noEntry);
}

/**
 * Whether the pull request lacks a promotion of its branch. Only where there are several: the edited description of a
 * single one stays.
 */
function isMisdescribed({ body }: PullRequest, all: readonly Promotion[], { path, language }: EntryFiles): boolean {
  const right = writeSection("", proposalSection, proposalBody(all, path)(localeOf(language)), []);
  return all.length > 1 && readSections(body).get(proposalSection) !== readSections(right).get(proposalSection);
}
