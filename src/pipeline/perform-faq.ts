import { unreachable } from "../core/errors.ts";
import type { FaqAction } from "../core/faq-actions.ts";
import type { FaqStore } from "../core/faq-store.ts";
import type { GitHubReads, GitHubWrites } from "../core/ports.ts";
import type { ProposalWrites } from "../core/proposal.ts";
import { labelDiscussion, propose, withdrawProposal } from "./propose.ts";

interface FaqDeps {
  readonly github: {
    readonly reads: GitHubReads;
    readonly writes: GitHubWrites;
    readonly proposals: ProposalWrites;
  };
  readonly faq: FaqStore;
}

/** Carry out one action of the FAQ loop. Doing it twice is doing it once. */
export async function performFaq(action: FaqAction, { github, faq }: FaqDeps): Promise<void> {
  switch (action.do) {
    case "propose":
      return propose(action, github);
    case "withdraw-proposal":
      return withdrawProposal(action, github);
    case "delete-branch":
      return github.proposals.deleteBranch(action.repository, action.branch, action.at);
    case "keep-promotion":
      return faq.keepPromotion(action.repository, action.promotion);
    case "label-discussion":
      return labelDiscussion(action, github);
    default:
      return unreachable(action);
  }
}
