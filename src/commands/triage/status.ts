import { decideStatus } from "../../features/feature-requests/triage/decide-board.ts";
import { isOursToTriage, mustFindIssueAndBoards } from "../../features/feature-requests/triage/issue-facts.ts";
import { command } from "../command.ts";

export const status = command({
  name: "status",
  usage: "/status <option>",
  summary: "Set the status of a request's issue on its board; `none` clears it.",
  examples: ["/status in progress", "/status none"],
  who: ["maintainer"],
  where: ["discussion", "issue"],
  isMeant: isOursToTriage,
  gather: mustFindIssueAndBoards,
  decide: (ask, { issue, projects }) => decideStatus(ask, issue, projects),
});
