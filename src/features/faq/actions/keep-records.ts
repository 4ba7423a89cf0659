import type { ActionKind, Writes } from "../../../actions/action-set.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { fullName, threadName } from "../../../core/repository-name.ts";
import type { Promotion } from "../promotion/promotion.ts";
import type { LivingIssueReads } from "../reads.ts";
import type { EntryEvidence, FaqRecords } from "../store/faq-records.ts";

/** What the actions of the FAQ write beside what all may. */
export interface FaqWrites extends Writes {
  readonly faq: FaqRecords;
  readonly livingIssues: LivingIssueReads;
}

export interface KeepPromotion {
  readonly do: "keep-promotion";
  readonly repository: RepositoryRef;
  readonly promotion: Promotion;
}

/** What is known of the FAQ's entries, in the place of what was. */
export interface KeepEvidence {
  readonly do: "keep-evidence";
  readonly repository: RepositoryRef;
  readonly evidence: readonly EntryEvidence[];
}

/** These entries (by item id) and no others are not suggested. */
export interface MarkStale {
  readonly do: "mark-stale";
  readonly repository: RepositoryRef;
  readonly items: readonly string[];
}

export const keepPromotion: ActionKind<KeepPromotion, FaqWrites> = {
  perform: ({ repository, promotion }, { faq }) => faq.keepPromotion(repository, promotion),
  describe: ({ repository, promotion: { number, state, file } }) =>
    `record that the answer of ${threadName({ repository, number })} is ${state} for ${file}`,
};

export const keepEvidence: ActionKind<KeepEvidence, FaqWrites> = {
  perform: ({ repository, evidence }, { faq }) => faq.keepEvidence(repository, evidence),
  describe: ({ repository, evidence }) =>
    `keep what is known of ${evidence.length} FAQ entries of ${fullName(repository)}`,
};

export const markStale: ActionKind<MarkStale> = {
  perform: ({ repository, items }, { knowledge }) => knowledge.markStale(repository, items),
  describe: ({ repository, items }) =>
    items.length === 0
      ? `suggest every FAQ entry of ${fullName(repository)}`
      : `do not suggest ${items.join(", ")} of ${fullName(repository)}`,
};
