import { decideAssign, namedPeople } from "../decide-people.ts";
import { readAssignees } from "../../../issues/find-assignees.ts";
import { isOursToTriage, mustFindIssue, type ReadsWithTracking } from "../issue-facts.ts";
import { command } from "../../command.ts";

export const assign = command({
  name: "assign",
  usage: "/assign @<login> …",
  summary: "Assign people to the issue of a request, or yourself; `/unassign` lets them go.",
  examples: ["/assign", "/assign @ann @bob"],
  who: ["helper"],
  where: ["discussion", "issue"],
  appliesTo: isOursToTriage,
  gather: async (context, reads: ReadsWithTracking) => ({
    issue: await mustFindIssue(context, reads),
    people: await readAssignees(context.repository, namedPeople(context), reads.github),
  }),
  decide: (context, { issue, people }) => decideAssign(context, issue, people),
});
