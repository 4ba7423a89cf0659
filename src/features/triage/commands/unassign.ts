import { decideUnassign } from "../decide-people.ts";
import { isOursToTriage, mustFindIssue } from "../issue-facts.ts";
import { command } from "../../command.ts";

export const unassign = command({
  name: "unassign",
  usage: "/unassign @<login> …",
  summary: "Let people go who are assigned to the issue of a request, or yourself.",
  examples: ["/unassign", "/unassign @ann"],
  who: ["helper"],
  where: ["discussion", "issue"],
  appliesTo: isOursToTriage,
  gather: mustFindIssue,
  decide: decideUnassign,
});
