import type { ActionKind } from "../../../actions/action-set.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { StaleError } from "../../../core/errors.ts";
import type { GitHubReads } from "../../../core/github-reads.ts";
import type { ProposalState, WantedFile } from "../../../core/proposal.ts";
import type { ProposalWrites } from "../../../core/github-writes.ts";
import { writeSection } from "../../../text/marker.ts";
import { fullName } from "../../../core/repository-name.ts";
import { proposalSection } from "../messages/pull-request.ts";

/** The wanted state of a pull request of ours and its branch. */
export interface Proposal {
  readonly branch: string;
  /** Name of the default branch. */
  readonly base: string;
  /** The commit that the branch must be at now; undefined: it must not exist. */
  readonly from: string | undefined;
  /** The commit that the new one is put on. */
  readonly parent: string;
  readonly message: string;
  /** None where the branch holds what it should and only the words of the pull request change. */
  readonly files: readonly WantedFile[];
  readonly title: string;
  /** Our part of the body; what people write around it stays. */
  readonly body: string;
}

/** Bring a branch of ours and its pull request to what they should be; makes both where they are missing. */
export interface Propose {
  readonly do: "propose";
  readonly repository: RepositoryRef;
  readonly proposal: Proposal;
}

/** Close our pull request from a branch, say why in it, and delete the branch where we left it. */
export interface WithdrawProposal {
  readonly do: "withdraw-proposal";
  readonly repository: RepositoryRef;
  readonly branch: string;
  readonly because: string;
}

/** Delete a branch of ours whose pull request is through, if it is still where that left it. */
export interface DeleteBranch {
  readonly do: "delete-branch";
  readonly repository: RepositoryRef;
  readonly branch: string;
  readonly at: string;
}

/**
 * An earlier try may have done any part of this without hearing of its success, so the present state is read first; a
 * branch that is neither where it was nor where we want it has been moved by somebody, and everything is decided again.
 */
export const propose: ActionKind<Propose> = {
  async perform({ repository, proposal }, { github }) {
    const state = await github.reads.findProposal(repository, proposal.branch);
    if (proposal.files.length > 0) await updateBranch(repository, proposal, state, github);
    const { branch, base, title } = proposal;
    const open = state.pullRequest?.state === "open" ? state.pullRequest : undefined;
    const body = writeSection(open?.body, proposalSection, proposal.body, [proposalSection]);
    if (open === undefined) await github.proposals.openPullRequest(repository, { branch, base, title, body });
    else if (open.body !== body || open.title !== title) {
      await github.proposals.editPullRequest(repository, open.id, { title, body });
    }
  },
  describe({ repository, proposal: { branch, files } }) {
    const what = files.map(({ path }) => path).join(", ") || "its words";
    return `propose ${what} in ${fullName(repository)} on ${branch}`;
  },
};

export const withdrawProposal: ActionKind<WithdrawProposal> = {
  async perform({ repository, branch, because }, { github: { reads, proposals } }) {
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
  },
  describe: ({ repository, branch, because }) =>
    `close our pull request from ${branch} in ${fullName(repository)}: ${because}`,
};

export const deleteBranch: ActionKind<DeleteBranch> = {
  perform: ({ repository, branch, at }, { github }) => github.proposals.deleteBranch(repository, branch, at),
  describe: ({ repository, branch }) => `delete the branch ${branch} of ${fullName(repository)}`,
};

async function updateBranch(
  repository: RepositoryRef,
  { branch, from, parent, message, files }: Proposal,
  state: ProposalState,
  { reads, proposals }: { readonly reads: GitHubReads; readonly proposals: ProposalWrites },
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
