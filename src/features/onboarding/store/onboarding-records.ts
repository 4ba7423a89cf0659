import type { RepositoryRef } from "../../../core/discussion.ts";
import type { OnboardingRecord } from "../onboarding-record.ts";

type Repository = Pick<RepositoryRef, "id">;

/** Our records of how repositories came to a config, for reading. */
export interface OnboardingReads {
  /** Undefined for one that was never looked at. */
  findOnboarding(repository: Repository): Promise<OnboardingRecord | undefined>;
  /** Whether a repository without a config is served by the defaults, and not in shadow mode. */
  mayUseDefaults(repository: Repository, isOnboarding: boolean): Promise<boolean>;
}

/** The same for writing. Writing the same twice is writing it once. */
export interface OnboardingRecords extends OnboardingReads {
  keepOnboarding(repository: Repository, record: OnboardingRecord): Promise<void>;
  forgetRepository(repository: Repository): Promise<void>;
}
