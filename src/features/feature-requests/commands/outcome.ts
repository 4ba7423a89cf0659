import { readForCommand } from "./request-context.ts";
import { decideOutcome } from "./decide-meeting.ts";
import { command } from "../../command.ts";

export const outcome = command({
  name: "outcome",
  usage: "/outcome <what came of the meeting>",
  summary: "Write down what came of the meeting about a feature request, so that it can be decided.",
  examples: ["/outcome We want it, for admins only; Mia writes the plan."],
  who: ["maintainer"],
  where: ["discussion"],
  gather: readForCommand,
  decide: decideOutcome,
});
