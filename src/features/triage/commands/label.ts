import { decideLabel } from "../decide-labels.ts";
import { isOursToTriage, mustFindIssue, type ReadsWithTracking } from "../issue-facts.ts";
import { command } from "../../command.ts";

export const label = command({
  name: "label",
  usage: "/label <name> …",
  summary: "Put labels on the issue of a request; `/remove-label` takes them off.",
  examples: ["/label area/docs", '/label "good first issue" docs'],
  who: ["helper"],
  where: ["discussion", "issue"],
  appliesTo: isOursToTriage,
  gather: async (context, reads: ReadsWithTracking) => ({
    issue: await mustFindIssue(context, reads),
    labels: await reads.github.labels(context.repository),
  }),
  decide: (context, { issue, labels }) => decideLabel(context, issue, labels),
});
