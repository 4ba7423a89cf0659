import { firstResponse } from "../first-response.ts";
import { measure } from "../measure.ts";

/** The team's first word. */
export const timeToFirstTeamResponse = measure({
  name: "time-to-first-team-response",
  title: "Time to first response of the team",
  unit: "duration",
  definition:
    "From when a discussion was opened to the first comment or reply by the team: people who had triage rights or more in the repository when they wrote, whatever rights they have now. Otherwise as time to first response. What the community answers meanwhile does not stop it.",
  source:
    "Rights and not `author_association`, which hides private members of an organisation: windmill-labs/windmill#9958.",
  better: "less",
  dated: "when the discussion was opened",
  observe: (thread, context) => firstResponse(thread, "team", context),
});
