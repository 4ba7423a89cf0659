import { UserError } from "../core/errors.ts";
import type { Milestone, MilestoneSpec } from "../core/issue-tracking.ts";
import { nearestFirst } from "../text/nearest-first.ts";
import { milestoneIsClosed, milestoneTitleTooLong, noSuchMilestone, severalMilestones } from "./refusals.ts";

/** GitHub documents no limit of its own; titles are shown in one line. */
const maxTitleLength = 200;

/**
 * The milestone with this title or number, or a new one where they may be made and its day is named: a title alone may
 * be misspelt, and digits alone are a number. Of titles that differ only in case, the exact one counts, or the only one.
 * Throws a `UserError` where there is none.
 */
export function findMilestone(
  milestones: readonly Milestone[],
  wanted: string,
  { mayCreate, due }: { readonly mayCreate: boolean; readonly due?: string },
): MilestoneSpec {
  const found = pick(milestones, wanted);
  if (found) {
    if (!found.isOpen) throw new UserError(milestoneIsClosed(found.title, openTitles(milestones, found.title)));
    return { number: found.number, title: found.title };
  }
  const open = openTitles(milestones, wanted);
  const mayMake = mayCreate && !/^\d+$/u.test(wanted);
  if (!mayMake || due === undefined) {
    throw new UserError(noSuchMilestone(wanted, open, mayMake));
  }
  if (wanted.length > maxTitleLength) {
    throw new UserError(milestoneTitleTooLong(maxTitleLength, wanted.length));
  }
  return { title: wanted, due };
}

/** The open milestone that is due next, today or later. */
export function nextMilestone(milestones: readonly Milestone[], now: Date): MilestoneSpec | undefined {
  const today = now.toISOString().slice(0, 10);
  const [next] = milestones
    .flatMap(({ isOpen, due, ...it }) => (isOpen && due !== undefined && due >= today ? [{ ...it, due }] : []))
    .toSorted((a, b) => a.due.localeCompare(b.due) || a.number - b.number);
  return next && { number: next.number, title: next.title };
}

function pick(milestones: readonly Milestone[], wanted: string): Milestone | undefined {
  const exact = milestones.find(({ title }) => title === wanted);
  if (exact) return exact;
  const same = milestones.filter(({ title }) => title.trim().toLowerCase() === wanted.toLowerCase());
  const [first, second] = same;
  if (second) throw new UserError(severalMilestones(same.map(({ title }) => title)));
  return first ?? milestones.find(({ number }) => String(number) === wanted);
}

/** Titles of the open milestones, those nearest to `wanted` first. */
export function openTitles(milestones: readonly Milestone[], wanted: string): string[] {
  const open = milestones.filter(({ isOpen }) => isOpen).map(({ title }) => title);
  return nearestFirst(open, wanted, String);
}
