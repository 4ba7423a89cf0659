import { decideDecline, gatherDecline } from "./decide-decline.ts";
import { command } from "../../command.ts";

export const decline = command({
  name: "decline",
  usage: "/decline <reason>",
  summary: "Decline a feature request with a reason, which is posted, and close the discussion.",
  examples: ["/decline It would make every start slower, and a script of ten lines does the same."],
  who: ["maintainer"],
  where: ["discussion"],
  gather: gatherDecline,
  decide: decideDecline,
});
