/** Where a repository stands on its way to a config. */
export type OnboardingRecord =
  /** Served before there was onboarding, or added while it was off: without a config, all is as it is by default. */
  | { readonly state: "exempt" }
  /** Its docs and threads are read first. `since`: ISO 8601. */
  | { readonly state: "waiting"; readonly since: string }
  /** A pull request was opened, and never will be another. Its number is missing where GitHub had not shown it yet. */
  | { readonly state: "proposed"; readonly number?: number }
  /** There was a config when it came. */
  | { readonly state: "configured" }
  /** No pull request could be opened. `at`: when that was found, ISO 8601; it is tried again a day later. */
  | { readonly state: "left-out"; readonly because: string; readonly at: string };

/**
 * Whether a repository without a config is served by the defaults, which speak. Else it is in shadow mode. What is not known yet
 * is silent: a question may come before its repository is looked at.
 */
export function mayUseDefaults(record: OnboardingRecord | undefined, isOnboarding: boolean): boolean {
  if (record?.state === "exempt") return true;
  // Somebody was asked, and has not said yes; that the operator asks nobody any more changes nothing of it.
  return record?.state !== "proposed" && !isOnboarding;
}
