import { decidePriority } from "../decide-board.ts";
import { isOursToTriage, mustFindIssueAndBoards } from "../issue-facts.ts";
import { command } from "../../command.ts";

export const priority = command({
  name: "priority",
  usage: "/priority <name>",
  summary:
    "Give the issue of a request a priority, as a label and, by people with write rights, on its board; `none` takes it away.",
  examples: ["/priority p1", "/priority none"],
  who: ["helper"],
  where: ["discussion", "issue"],
  appliesTo: isOursToTriage,
  gather: mustFindIssueAndBoards,
  decide: (context, { issue, projects }) => decidePriority(context, issue, projects),
});
