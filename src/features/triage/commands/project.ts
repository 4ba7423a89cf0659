import { decideProject } from "../decide-board.ts";
import { isOursToTriage, mustFindIssueAndBoards } from "../issue-facts.ts";
import { command } from "../../command.ts";

export const project = command({
  name: "project",
  usage: '/project "<board>" <field>:<value> …',
  summary:
    "Put the issue of a request on a board and set fields there; `none` clears one, and alone takes the issue off the board. On a single board its name may be left out.",
  examples: [
    '/project "Roadmap"',
    "/project status:done target-date:2026-12-15",
    "/project estimate:none",
    '/project "Roadmap" none',
  ],
  who: ["maintainer"],
  where: ["discussion", "issue"],
  appliesTo: isOursToTriage,
  gather: mustFindIssueAndBoards,
  decide: (context, { issue, projects }) => decideProject(context, issue, projects),
});
