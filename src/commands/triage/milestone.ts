import { decideMilestone } from "../../features/feature-requests/triage/decide-milestone.ts";
import { isOursToTriage, mustFindIssue } from "../../features/feature-requests/triage/issue-facts.ts";
import { command } from "../command.ts";

export const milestone = command({
  name: "milestone",
  usage: '/milestone "<title>"',
  summary:
    "Plan the issue of a request for a milestone; `none` takes it off. With `due:`, people with write rights make a new one.",
  examples: ["/milestone v2.3", '/milestone "Spring release" due:2027-03-01', "/milestone none"],
  who: ["helper"],
  where: ["discussion", "issue"],
  isMeant: isOursToTriage,
  gather: async (ask, reads) => ({
    issue: await mustFindIssue(ask, reads),
    milestones: await reads.github.milestones(ask.repository),
  }),
  decide: (ask, { issue, milestones }) => decideMilestone(ask, issue, milestones),
});
