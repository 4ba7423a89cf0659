import { decideStatus } from "../decide-board.ts";
import { isOursToTriage, mustFindIssueAndBoards } from "../issue-facts.ts";
import { command } from "../../command.ts";

export const status = command({
  name: "status",
  usage: "/status <option>",
  summary: "Set the status of a request's issue on its board; `none` clears it.",
  examples: ["/status in progress", "/status none"],
  who: ["maintainer"],
  where: ["discussion", "issue"],
  appliesTo: isOursToTriage,
  gather: mustFindIssueAndBoards,
  decide: (context, { issue, projects }) => decideStatus(context, issue, projects),
});
