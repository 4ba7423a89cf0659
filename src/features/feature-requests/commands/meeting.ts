import { readForCommand } from "./request-context.ts";
import { decideMeeting } from "./decide-meeting.ts";
import { command } from "../../command.ts";

export const meeting = command({
  name: "meeting",
  usage: "/meeting <when and where>",
  summary: "Put a feature request on the agenda of a meeting; `cancel` takes it off again.",
  examples: ["/meeting Thursday at ten, in the usual call", "/meeting 2026-12-15T10:00Z", "/meeting cancel"],
  who: ["maintainer"],
  where: ["discussion"],
  gather: readForCommand,
  decide: decideMeeting,
});
