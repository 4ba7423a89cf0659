import { UserError } from "../core/errors.ts";
import type { FieldSetting, Project } from "../core/project.ts";
import { findLoosely } from "../text/find-loosely.ts";
import { findField, hasField } from "./project-fields.ts";
import { noSuch } from "./refusals.ts";
import { nearestFirst } from "../text/nearest-first.ts";

/** What the config calls priorities: labels, and a field of the project. */
interface PriorityNames {
  readonly priorities: readonly string[];
  readonly fields: { readonly priority: string };
}

/** A priority is a label, an option of a project's field, or both. Throws a `UserError` where it is neither. */
export function toPriority(
  wanted: string,
  project: Project | undefined,
  { priorities, fields }: PriorityNames,
  now: Date,
): { readonly label?: string; readonly field?: FieldSetting } {
  const label = findLoosely(priorities, wanted, String);
  const hasPriorities = project !== undefined && hasField(project, fields.priority);
  if (label === undefined && !hasPriorities) {
    throw new UserError(noSuch("priority", wanted, nearestFirst(priorities, wanted, String)));
  }
  try {
    const field = hasPriorities ? findField(project, fields.priority, wanted, now) : undefined;
    return { ...(label !== undefined && { label }), ...(field && { field }) };
  } catch (error) {
    // The project may have other priorities than the labels: only what neither has is refused.
    if (label === undefined || !(error instanceof UserError)) throw error;
    return { label };
  }
}
