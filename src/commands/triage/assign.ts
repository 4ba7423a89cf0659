import { decideAssign, namedPeople } from "../../features/feature-requests/triage/decide-people.ts";
import { readAssignees } from "../../features/feature-requests/triage/find-assignees.ts";
import { isOursToTriage, mustFindIssue } from "../../features/feature-requests/triage/issue-facts.ts";
import { command } from "../command.ts";

export const assign = command({
  name: "assign",
  usage: "/assign @<login> …",
  summary: "Assign people to the issue of a request, or yourself; `/unassign` lets them go.",
  examples: ["/assign", "/assign @ann @bob"],
  who: ["helper"],
  where: ["discussion", "issue"],
  isMeant: isOursToTriage,
  gather: async (ask, reads) => ({
    issue: await mustFindIssue(ask, reads),
    people: await readAssignees(ask.repository, namedPeople(ask), reads.github),
  }),
  decide: (ask, { issue, people }) => decideAssign(ask, issue, people),
});
