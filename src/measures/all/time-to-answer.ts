import { measure } from "../measure.ts";
import { presentAnswer } from "../present-answer.ts";
import { toDuration } from "../to-duration.ts";
import { isAskers } from "../whose-thread.ts";

/** Until the answer that stands was marked. */
export const timeToAnswer = measure({
  name: "time-to-answer",
  title: "Time to answer",
  unit: "duration",
  definition:
    "From when a discussion was opened to when its present answer was marked, if a person wrote that, be it the asker. What a bot wrote is no answer, though somebody marks it. Where the mark was taken away there is none; where it moved, the time of the present one counts. Discussions that the team or a bot opened are left out.",
  source:
    "GitHub's `answerChosenAt` ([GraphQL](https://docs.github.com/en/graphql/reference/objects#discussion)). Askers mark what bots wrote: orgs/community#205054, orgs/community#197126.",
  better: "less",
  dated: "when the answer was marked",
  observe(thread, context) {
    const answer = isAskers(thread) ? presentAnswer(thread, context.now) : undefined;
    const { number, openedAt } = thread.timeline;
    return answer ? [toDuration({ thread: number, from: openedAt, ...span(answer.at) }, context)] : [];
  },
});

const span = (at: Date) => ({ to: at, at });
