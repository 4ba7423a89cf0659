import type { Reads } from "../../core/reads.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import type { FaqReads } from "./store/faq-records.ts";

/** What is read of the living issue, which takes the place of the review's own where both are kept. */
export interface LivingIssueReads {
  findLivingIssue(
    repository: RepositoryRef,
  ): Promise<
    { readonly state: "kept" | "closed" | "gone" | "off" | "elsewhere"; readonly number?: number } | undefined
  >;
}

/** What the FAQ reads: beside what everybody may, its own records, and whether there is a living issue. */
export interface ReadsWithFaq extends Reads {
  readonly faq: FaqReads;
  readonly livingIssues: LivingIssueReads;
}
