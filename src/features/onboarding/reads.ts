import type { Backtester } from "../../core/backtester.ts";
import type { Reads } from "../../core/reads.ts";
import type { OnboardingReads } from "./store/onboarding-records.ts";

/** What this feature reads: beside what everybody may, its own records, and what past questions would have been told. */
export interface ReadsWithOnboarding extends Reads {
  readonly onboarding: OnboardingReads;
  readonly backtester: Backtester;
}
