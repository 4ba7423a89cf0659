import { feature } from "../feature.ts";
import { assign } from "./commands/assign.ts";
import { label } from "./commands/label.ts";
import { milestone } from "./commands/milestone.ts";
import { priority } from "./commands/priority.ts";
import { project } from "./commands/project.ts";
import { removeLabel } from "./commands/remove-label.ts";
import { status } from "./commands/status.ts";
import { unassign } from "./commands/unassign.ts";

export const triage = feature({
  name: "triage",
  summary:
    "Lets helpers and maintainers plan the issue of a request by comments: milestone, labels, priority, people, projects.",
  commands: [milestone, label, removeLabel, priority, assign, unassign, status, project],
});
