import { UserError } from "../core/errors.ts";
import type { Milestone } from "../core/planning.ts";
import type { MilestoneSpec } from "../core/planning.ts";
import { listOf, noSuch } from "./refusals.ts";
import { inlineText } from "../text/neutralise.ts";
import { nearestFirst } from "../text/nearest-first.ts";

/** GitHub's own limit is not told; titles are shown in one line. */
const longestTitle = 200;

/**
 * The milestone somebody means by its title or number, or a new one where they may be made and its day is named: a title
 * alone may be a slip, and digits alone mean a number. Titles that differ only in case are one to whoever reads them, so
 * that the one written exactly counts, or the only one.
 */
export function findMilestone(
  milestones: readonly Milestone[],
  wanted: string,
  { mayCreate, due }: { readonly mayCreate: boolean; readonly due?: string },
): MilestoneSpec {
  const found = pick(milestones, wanted);
  if (found) {
    if (!found.isOpen) throw new UserError(closedMilestone(found, milestones));
    return { number: found.number, title: found.title };
  }
  const open = nearestFirst(openOnes(milestones), wanted, (it) => it);
  const mayMake = mayCreate && !/^\d+$/u.test(wanted);
  if (!mayMake || due === undefined) {
    const hint = mayMake ? " People with write rights make a new one by naming its day: `due:2026-12-15`." : "";
    throw new UserError(noSuch("milestone", wanted, open) + hint);
  }
  if (wanted.length > longestTitle) {
    throw new UserError(
      `The title of a milestone has ${longestTitle} characters at most; this one has ${wanted.length}.`,
    );
  }
  return { title: wanted, due };
}

/** The open milestone that is due next; those whose day is over are late, and not next. */
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
  if (second) throw new UserError(`Several milestones are called like that. ${listOf(same.map(({ title }) => title))}`);
  return first ?? milestones.find(({ number }) => String(number) === wanted);
}

function closedMilestone({ title }: Milestone, milestones: readonly Milestone[]): string {
  const open = nearestFirst(openOnes(milestones), title, (it) => it);
  const others = open.length === 0 ? "No milestone is open." : `Of open ones: ${listOf(open)}`;
  return `The milestone "${inlineText(title, 60)}" is closed. ${others}`;
}

function openOnes(milestones: readonly Milestone[]): string[] {
  return milestones.filter(({ isOpen }) => isOpen).map(({ title }) => title);
}
