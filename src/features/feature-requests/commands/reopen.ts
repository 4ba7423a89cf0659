import { readForCommand } from "./request-context.ts";
import { decideReopen } from "./decide-reopen.ts";
import { command } from "../../command.ts";

export const reopen = command({
  name: "reopen",
  usage: "/reopen",
  summary: "Take up a feature request again that was declined, closed, done or dropped.",
  examples: ["/reopen"],
  who: ["maintainer"],
  where: ["discussion"],
  gather: readForCommand,
  decide: decideReopen,
});
