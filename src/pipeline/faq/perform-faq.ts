import { unreachable } from "../../core/errors.ts";
import type { FaqAction } from "../../core/faq-actions.ts";
import type { FaqStore } from "../../core/faq-store.ts";
import type { GitHubReads, GitHubWrites, KnowledgeStore } from "../../core/ports.ts";
import type { ProposalWrites } from "../../core/proposal.ts";
import { writeReview } from "./write-review.ts";
import { labelDiscussion, propose, withdrawProposal } from "./propose.ts";

interface FaqDeps {
  readonly github: {
    readonly reads: GitHubReads;
    readonly writes: GitHubWrites;
    readonly proposals: ProposalWrites;
  };
  readonly faq: FaqStore;
  readonly knowledge: Pick<KnowledgeStore, "markStale">;
}

/** Carry out one action of the FAQ loop. Doing it twice is doing it once. */
export async function performFaq(action: FaqAction, { github, faq, knowledge }: FaqDeps): Promise<void> {
  switch (action.do) {
    case "propose":
      return propose(action, github);
    case "withdraw-proposal":
      return withdrawProposal(action, github);
    case "delete-branch":
      return github.proposals.deleteBranch(action.repository, action.branch, action.at);
    case "keep-evidence":
      return faq.keepEvidence(action.repository, action.evidence);
    case "mark-stale":
      return knowledge.markStale(action.repository, action.items);
    case "write-review":
      return writeReview(action, github, faq);
    case "keep-promotion":
      return faq.keepPromotion(action.repository, action.promotion);
    case "label-discussion":
      return labelDiscussion(action, github);
    default:
      return unreachable(action);
  }
}
