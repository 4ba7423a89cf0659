import { decideUnassign } from "../../features/feature-requests/triage/decide-people.ts";
import { isOursToTriage, mustFindIssue } from "../../features/feature-requests/triage/issue-facts.ts";
import { command } from "../command.ts";

export const unassign = command({
  name: "unassign",
  usage: "/unassign @<login> …",
  summary: "Let people go who are assigned to the issue of a request, or yourself.",
  examples: ["/unassign", "/unassign @ann"],
  who: ["helper"],
  where: ["discussion", "issue"],
  isMeant: isOursToTriage,
  gather: mustFindIssue,
  decide: decideUnassign,
});
