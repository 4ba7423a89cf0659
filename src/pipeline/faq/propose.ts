import { GoneError, StaleError } from "../../core/errors.ts";
import type { FaqAction, Proposal } from "../../core/faq-actions.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import type { PlanningWrites } from "../../core/planning.ts";
import type { GitHubReads } from "../../core/ports.ts";
import type { ProposalState, ProposalWrites } from "../../core/proposal.ts";
import { proposalSection } from "../../messages/faq-proposal.ts";
import { isSameName } from "../../text/is-same-name.ts";
import { writeSection } from "../../text/marker.ts";

type ActionOf<Name extends FaqAction["do"]> = Extract<FaqAction, { readonly do: Name }>;

interface GitHub {
  readonly reads: GitHubReads;
  readonly proposals: ProposalWrites;
}

/**
 * Bring a branch and its pull request to what they should be. An earlier try may have got any part of the way without
 * hearing of it, so what is there is looked at first; a branch that is neither where it was nor where we want it has
 * been moved by somebody, and everything is decided again.
 */
export async function propose({ repository, proposal }: ActionOf<"propose">, github: GitHub): Promise<void> {
  const state = await github.reads.findProposal(repository, proposal.branch);
  if (proposal.files.length > 0) await bringBranch(repository, proposal, state, github);
  const { branch, base, title } = proposal;
  const open = state.pullRequest?.state === "open" ? state.pullRequest : undefined;
  const body = writeSection(open?.body, proposalSection, proposal.body, [proposalSection]);
  if (open === undefined) await github.proposals.openPullRequest(repository, { branch, base, title, body });
  else if (open.body !== body || open.title !== title) {
    await github.proposals.editPullRequest(repository, open.id, { title, body });
  }
}

async function bringBranch(
  repository: RepositoryRef,
  { branch, from, parent, message, files }: Proposal,
  state: ProposalState,
  { reads, proposals }: GitHub,
): Promise<void> {
  const at = state.branch?.head;
  if (at === from) {
    await proposals.moveBranch(repository, branch, from, { parent, message, files });
    return;
  }
  for (const { path, text } of files) {
    const file = at === undefined ? undefined : await reads.findFile(repository, at, path);
    const there = file === undefined ? null : new TextDecoder("utf-8", { ignoreBOM: true }).decode(file.bytes);
    if (there !== text) throw new StaleError(`the branch ${branch} has moved`);
  }
}

/** Close our pull request with the reason in it, and delete its branch. */
export async function withdrawProposal(
  { repository, branch, because }: ActionOf<"withdraw-proposal">,
  { reads, proposals }: GitHub,
): Promise<void> {
  const { pullRequest, branch: there } = await reads.findProposal(repository, branch);
  if (pullRequest?.state === "open") {
    const { id, title } = pullRequest;
    const body = writeSection(pullRequest.body, "withdrawn", because, ["withdrawn", proposalSection]);
    if (body !== pullRequest.body) await proposals.editPullRequest(repository, id, { title, body });
    await proposals.closePullRequest(repository, id);
  }
  if (there !== undefined && there.others.length === 0) {
    await proposals.deleteBranch(repository, branch, there.head);
  }
}

/** Put a label on a discussion, or take it off. */
export async function labelDiscussion(
  { repository, number, discussion, label, on }: ActionOf<"label-discussion">,
  { reads, writes }: { readonly reads: GitHubReads; readonly writes: PlanningWrites },
): Promise<void> {
  const there = await reads.findDiscussion(repository, number);
  if (!there) throw new GoneError(`discussion #${number} is gone`);
  const has = there.labels.some((it) => isSameName(it, label.name));
  if (on && !has) await writes.addLabels(repository, discussion, [label]);
  if (!on && has) await writes.removeLabels(repository, discussion, [label.name]);
}
