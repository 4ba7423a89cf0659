import { decideRemoveLabel } from "../../features/feature-requests/triage/decide-labels.ts";
import { isOursToTriage, mustFindIssue } from "../../features/feature-requests/triage/issue-facts.ts";
import { command } from "../command.ts";

export const removeLabel = command({
  name: "remove-label",
  usage: "/remove-label <name> …",
  summary: "Take labels off the issue of a request.",
  examples: ["/remove-label area/docs"],
  who: ["helper"],
  where: ["discussion", "issue"],
  isMeant: isOursToTriage,
  gather: mustFindIssue,
  decide: decideRemoveLabel,
});
