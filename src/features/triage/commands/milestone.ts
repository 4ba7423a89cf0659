import { decideMilestone } from "../decide-milestone.ts";
import { isOursToTriage, mustFindIssue, type ReadsWithTracking } from "../issue-facts.ts";
import { command } from "../../command.ts";

export const milestone = command({
  name: "milestone",
  usage: '/milestone "<title>"',
  summary:
    "Plan the issue of a request for a milestone; `none` takes it off. With `due:`, people with write rights make a new one.",
  examples: ["/milestone v2.3", '/milestone "Spring release" due:2027-03-01', "/milestone none"],
  who: ["helper"],
  where: ["discussion", "issue"],
  appliesTo: isOursToTriage,
  gather: async (context, reads: ReadsWithTracking) => ({
    issue: await mustFindIssue(context, reads),
    milestones: await reads.github.milestones(context.repository),
  }),
  decide: (context, { issue, milestones }) => decideMilestone(context, issue, milestones),
});
