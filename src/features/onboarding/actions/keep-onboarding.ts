import type { ActionKind, Writes } from "../../../actions/action-set.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { fullName } from "../../../core/repository-name.ts";
import type { OnboardingRecord } from "../onboarding-record.ts";
import type { OnboardingRecords } from "../store/onboarding-records.ts";

/** What its actions write beside what all may. */
export interface OnboardingWrites extends Writes {
  readonly onboarding: OnboardingRecords;
}

/** Remember where a repository stands on its way to a config. */
export interface KeepOnboarding {
  readonly do: "keep-onboarding";
  readonly repository: RepositoryRef;
  readonly record: OnboardingRecord;
}

export const keepOnboarding: ActionKind<KeepOnboarding, OnboardingWrites> = {
  perform: ({ repository, record }, { onboarding }) => onboarding.keepOnboarding(repository, record),
  describe: ({ repository, record }) => {
    const name = fullName(repository);
    switch (record.state) {
      case "exempt":
        return `serve ${name} without onboarding`;
      case "waiting":
        return `onboard ${name} when it is read`;
      case "proposed":
        return `remember the onboarding pull request of ${name}`;
      case "configured":
        return `remember that ${name} has a config`;
      default:
        return `leave ${name} in shadow mode without an onboarding pull request: ${record.because}`;
    }
  },
};
