import { dayMs, hourMs } from "../../core/clock.ts";
import type { OnboardingRecord } from "./onboarding-record.ts";

/** The import of a large repository takes a while; that its end was never told is rare. */
const patienceMs = hourMs;

/** How long a refusal of GitHub's is taken for an answer. */
const refusedForMs = dayMs;

/** Whether a repository should be looked at by the clock: its import has not ended, or something may have been mended. */
export function isDue(record: OnboardingRecord | undefined, now: Date): boolean {
  switch (record?.state) {
    case "waiting":
      return now.getTime() - Date.parse(record.since) >= patienceMs;
    case "left-out":
      return now.getTime() - Date.parse(record.at) >= refusedForMs;
    default:
      return false;
  }
}
