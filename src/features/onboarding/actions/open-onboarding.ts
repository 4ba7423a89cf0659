import type { ActionKind } from "../../../actions/action-set.ts";
import { configPath } from "../../../config/schema.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { RefusedError } from "../../../core/errors.ts";
import type { Branch } from "../../../core/proposal.ts";
import { fullName } from "../../../core/repository-name.ts";
import { markerOf } from "../../../text/marker.ts";
import { onboardingBranch, type OnboardingProposal } from "../proposal.ts";
import type { OnboardingWrites } from "./keep-onboarding.ts";

/** Open the one pull request that a repository begins with, unless there ever was one. */
export interface OpenOnboarding {
  readonly do: "open-onboarding";
  readonly repository: RepositoryRef;
  readonly proposal: OnboardingProposal;
}

/**
 * An earlier try, or another process, may have done any part of this; so what is there is read first. One that is closed stays
 * closed. What GitHub refuses is remembered, and told to whoever runs this; no branch is left behind.
 */
export const openOnboarding: ActionKind<OpenOnboarding, OnboardingWrites> = {
  async perform({ repository, proposal }, writes) {
    const { github, onboarding, clock } = writes;
    const { pullRequest, branch } = await github.reads.findProposal(repository, onboardingBranch);
    if (pullRequest) {
      return onboarding.keepOnboarding(repository, { state: "proposed", number: pullRequest.number });
    }
    const texts = await github.reads.configTexts(repository, configPath);
    if (texts.some(({ text }) => text !== undefined)) {
      return onboarding.keepOnboarding(repository, { state: "configured" });
    }
    try {
      await open(repository, proposal, branch, writes);
    } catch (error) {
      if (error instanceof RefusedError) {
        const record = { state: "left-out", because: error.message, at: clock().toISOString() } as const;
        await onboarding.keepOnboarding(repository, record);
      }
      throw error;
    }
    const { pullRequest: opened } = await github.reads.findProposal(repository, onboardingBranch);
    await onboarding.keepOnboarding(repository, { state: "proposed", ...(opened && { number: opened.number }) });
  },
  describe: ({ repository, proposal: { files } }) =>
    `open the onboarding pull request of ${fullName(repository)} with ${files.map(({ path }) => path).join(", ")}`,
};

async function open(
  repository: RepositoryRef,
  { base, parent, files, title, body }: OnboardingProposal,
  there: Branch | undefined,
  { github: { reads, proposals } }: OnboardingWrites,
): Promise<void> {
  const branch = onboardingBranch;
  const message = `chore: add the config of Frontdesk\n\n${files.map(({ path }) => `- ${path}`).join("\n")}`;
  const isWritten = there !== undefined && (await holds(repository, there.head, files, reads));
  const head = isWritten
    ? there.head
    : await proposals.moveBranch(repository, branch, there?.head, { parent, message, files });
  const marked = `${markerOf(repository, "onboarding", "pull-request")}\n${body}`;
  try {
    await proposals.openPullRequest(repository, { branch, base, title, body: marked });
  } catch (error) {
    if (error instanceof RefusedError) await takeBack(repository, head, proposals);
    throw error;
  }
}

async function holds(
  repository: RepositoryRef,
  at: string,
  files: OnboardingProposal["files"],
  reads: OnboardingWrites["github"]["reads"],
): Promise<boolean> {
  for (const { path, text } of files) {
    const file = await reads.findFile(repository, at, path);
    if (file === undefined || new TextDecoder("utf-8", { ignoreBOM: true }).decode(file.bytes) !== text) return false;
  }
  return true;
}

/** A branch that nobody asked for is not to be left lying about; where that is refused as well, the first refusal says enough. */
async function takeBack(
  repository: RepositoryRef,
  head: string,
  proposals: OnboardingWrites["github"]["proposals"],
): Promise<void> {
  try {
    await proposals.deleteBranch(repository, onboardingBranch, head);
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
  }
}
