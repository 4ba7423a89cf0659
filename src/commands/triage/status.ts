import { decideStatus } from "../../features/feature-requests/triage/decide-board.ts";
import { isOursToTriage, mustFindIssue } from "../../features/feature-requests/triage/issue-facts.ts";
import { command } from "../command.ts";

export const status = command({
  name: "status",
  usage: "/status <option>",
  summary: "Set the status of a request's issue on its board; `none` clears it.",
  examples: ["/status in progress", "/status none"],
  who: ["helper"],
  where: ["discussion", "issue"],
  isMeant: isOursToTriage,
  gather: async (ask, reads) => ({
    issue: await mustFindIssue(ask, reads),
    projects: await reads.github.projects(ask.repository),
  }),
  decide: (ask, { issue, projects }) => decideStatus(ask, issue, projects),
});
