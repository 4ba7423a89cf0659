import { UserError } from "../core/errors.ts";
import type { FieldSetting, Project } from "../core/project.ts";
import { findLoosely } from "../text/find-loosely.ts";
import { findField, hasField } from "./find-field.ts";
import { findPriority } from "./find-labels.ts";

/** What the config calls priorities: labels, and a field of the project. */
interface PriorityNames {
  readonly priorities: readonly string[];
  readonly fields: { readonly priority: string };
}

/** A priority is a label, an option of a board's field, or both. */
export function toPriority(
  wanted: string,
  board: Project | undefined,
  { priorities, fields }: PriorityNames,
  now: Date,
): { readonly label?: string; readonly field?: FieldSetting } {
  const label = findLoosely(priorities, wanted, String);
  const isOnBoard = board !== undefined && hasField(board, fields.priority);
  if (label === undefined && !isOnBoard) return { label: findPriority(priorities, wanted) };
  try {
    const field = isOnBoard ? findField(board, fields.priority, wanted, now) : undefined;
    return { ...(label !== undefined && { label }), ...(field && { field }) };
  } catch (error) {
    // The board may know other priorities than the labels do; only what neither knows is wrong.
    if (label === undefined || !(error instanceof UserError)) throw error;
    return { label };
  }
}
