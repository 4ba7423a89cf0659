import { decideAccept } from "./decide-accept.ts";
import { acceptUsage, gatherAccept } from "./gather-accept.ts";
import { command } from "../../command.ts";

export const accept = command({
  name: "accept",
  usage: acceptUsage,
  summary:
    "Accept a feature request and make the issue that tracks it; lines of a list below become deliverables. All options may be left out.",
  examples: [
    "/accept",
    '/accept milestone:"v2.3" due:2026-12-15 label:area/docs assignee:@ann project:"Roadmap" priority:p2 estimate:5',
    "/accept issue:#123",
  ],
  who: ["maintainer"],
  where: ["discussion"],
  gather: gatherAccept,
  decide: decideAccept,
});
