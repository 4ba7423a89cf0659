import type { Role } from "../core/discussion.ts";
import type { CommandUse } from "../core/record-store.ts";

/** Commands that a person without a role may use in a repository within an hour. */
export const mostAnHour = 10;
const hourMs = 60 * 60 * 1000;

/** What may still be done for somebody. */
export interface Allowance {
  /** They have used as many commands as they may. */
  readonly isUsedUp: boolean;
  /** A refusal may be told in words: it was not within the hour in this thread. Else 😕 has to do. */
  readonly mayBeTold: boolean;
}

/** Whoever holds a role in the repository is not limited. The asker of a thread has none: anybody can ask. */
export function isLimited(roles: readonly Role[]): boolean {
  return !roles.includes("helper") && !roles.includes("maintainer");
}

/** The time since which uses count. */
export function countedSince(now: Date): Date {
  return new Date(now.getTime() - hourMs);
}

/** `uses`: those of the hour. */
export function allowanceOf(uses: readonly CommandUse[], number: number): Allowance {
  return {
    isUsedUp: uses.length >= mostAnHour,
    // That there were too many is told once, wherever they go on; it counts as one more.
    mayBeTold: uses.length <= mostAnHour && !uses.some((it) => it.told && it.number === number),
  };
}
