import type { Command } from "../command.ts";
import { assign } from "./assign.ts";
import { label } from "./label.ts";
import { milestone } from "./milestone.ts";
import { priority } from "./priority.ts";
import { project } from "./project.ts";
import { removeLabel } from "./remove-label.ts";
import { status } from "./status.ts";
import { unassign } from "./unassign.ts";

/** What is planned of an issue, in the order `/help` shows them. */
export const triageCommands: readonly Command[] = [
  milestone,
  label,
  removeLabel,
  priority,
  assign,
  unassign,
  status,
  project,
];
