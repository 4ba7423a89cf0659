import type { MadeFile } from "../../onboarding/repository-finds.ts";

/** The branch of the one pull request. By its name that is found again, in whatever state, by whoever has no record of it. */
export const onboardingBranch = "frontdesk/onboarding";

/** The pull request that a repository begins with. */
export interface OnboardingProposal {
  /** Name of the default branch, and the commit it was at. */
  readonly base: string;
  readonly parent: string;
  readonly files: readonly MadeFile[];
  readonly title: string;
  readonly body: string;
}
