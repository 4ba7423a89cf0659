import { measure } from "../measure.ts";
import { toDuration } from "../to-duration.ts";

/** Any person's first word but the asker's. */
export const timeToFirstResponse = measure({
  name: "time-to-first-response",
  title: "Time to first response",
  unit: "duration",
  definition:
    "From when a discussion was opened to the first comment or reply by any person but its asker. What a bot says never counts. Discussions that the team or a bot opened are left out. While there is none, it is not counted: the number and age of unanswered discussions is told beside it.",
  source: "github/issue-metrics counts the first comment of anyone, be it a bot or the asker; this does not.",
  better: "less",
  dated: "when the discussion was opened",
  observe({ timeline }, context) {
    if (timeline.opener !== "asker" && timeline.opener !== "community") return [];
    const first = timeline.entries.find(
      (it) => it.kind === "comment" && !it.isDeleted && it.actor !== "asker" && it.actor !== "bot",
    );
    return first ? [toDuration(timeline.number, timeline.openedAt, first.at, context)] : [];
  },
});
