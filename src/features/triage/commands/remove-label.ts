import { decideRemoveLabel } from "../decide-labels.ts";
import { isOursToTriage, mustFindIssue } from "../issue-facts.ts";
import { command } from "../../command.ts";

export const removeLabel = command({
  name: "remove-label",
  usage: "/remove-label <name> …",
  summary: "Take labels off the issue of a request.",
  examples: ["/remove-label area/docs"],
  who: ["helper"],
  where: ["discussion", "issue"],
  appliesTo: isOursToTriage,
  gather: mustFindIssue,
  decide: decideRemoveLabel,
});
