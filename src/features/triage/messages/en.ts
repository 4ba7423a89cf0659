/** Commands on the issue of a request. */
export const en = {
  "command.label": "Put labels on the issue of a request; `/remove-label` takes them off.",
  "command.remove-label": "Take labels off the issue of a request.",
  "command.assign": "Assign people to the issue of a request, or yourself; `/unassign` lets them go.",
  "command.unassign": "Let people go who are assigned to the issue of a request, or yourself.",
  "command.milestone":
    "Plan the issue of a request for a milestone; `none` takes it off. With `due:`, people with write rights make a new one.",
  "command.priority":
    "Give the issue of a request a priority, as a label and, by people with write rights, on its board; `none` takes it away.",
  "command.status": "Set the status of a request's issue on its board; `none` clears it.",
  "command.project":
    "Put the issue of a request on a board and set fields there; `none` clears one, and alone takes the issue off the board. On a single board its name may be left out.",
  "no-issue":
    "`/{command}` works on an issue, and this discussion has none. `/accept` makes one, and takes the same as options.",
  "issue-gone": "Issue {number} was deleted or converted. `/accept` in the discussion makes a new one.",
  "no-label-named": 'Name a label: `/{command} "good first issue"`.',
  "no-room-for-labels": "An issue has {max} labels at most; this one has {present}.",
  "no-room-for-assignees": "An issue has ten assignees at most; this one has {present}.",
  "not-assigned": "{login} is not assigned to issue {number}. {others}",
  "nobody-assigned": "Nobody is.",
  "no-milestone-named": "Name a milestone: `{usage}`. {list}",
  "may-not-make-milestones": "There is no such milestone, and making one is for people with write rights. {list}",
  "no-priority-named": "Say which priority, or `none`: `/priority {example}`.",
  "no-status-named": "Say which status, or `none`: `/status done`.",
  "nothing-to-set": "Say what to set: `{usage}`.",
  "none-and-fields":
    "`none` takes the issue off the board, with all that is set there. Leave it out to set fields, or leave the fields out.",
  "not-in-project": 'Issue {number} is not on the board "{project}".',
  "not-on-that-board": "Issue {number} is not on that board.",
} as const;
