import { decideLabel } from "../../features/feature-requests/triage/decide-labels.ts";
import { isOursToTriage, mustFindIssue } from "../../features/feature-requests/triage/issue-facts.ts";
import { command } from "../command.ts";

export const label = command({
  name: "label",
  usage: "/label <name> …",
  summary: "Put labels on the issue of a request; `/remove-label` takes them off.",
  examples: ["/label area/docs", '/label "good first issue" docs'],
  who: ["helper"],
  where: ["discussion", "issue"],
  isMeant: isOursToTriage,
  gather: async (ask, reads) => ({
    issue: await mustFindIssue(ask, reads),
    labels: await reads.github.labels(ask.repository),
  }),
  decide: (ask, { issue, labels }) => decideLabel(ask, issue, labels),
});
