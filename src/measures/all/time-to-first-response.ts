import { firstResponse } from "../first-response.ts";
import { measure } from "../measure.ts";

/** Any person's first word but the asker's. */
export const timeToFirstResponse = measure({
  name: "time-to-first-response",
  title: "Time to first response",
  unit: "duration",
  definition:
    "From when a discussion was opened to the first comment or reply by any person but its asker. What a bot says never counts, nor does what is deleted or hidden, nor a comment that holds commands to Frontdesk and no other words; `/needs-info` and the decision of a feature request do. Discussions that the team or a bot opened are left out. While there is none, it is not counted: see how many are unanswered beside it. It never pauses, as the watch's clock of that name does.",
  source:
    "CHAOSS, [Time to First Response](https://chaoss.community/metric-time-to-first-response/), with its filters: only people, by role. [github/issue-metrics](https://github.com/github/issue-metrics) takes the first comment of a discussion, be it a bot's or the asker's (for issues that was mended: github-community-projects/issue-metrics#101); hackclub/slacker#135 is the same complaint.",
  better: "less",
  dated: "when the discussion was opened",
  observe: (thread, context) => firstResponse(thread, "anyone", context),
});
