import { pendingWordsOf } from "../../timeline/next-responses.ts";
import { measure } from "../measure.ts";
import { storyOf } from "../story-of.ts";
import { toDuration } from "../to-duration.ts";
import { isAskers } from "../whose-thread.ts";

/** How long the asker waits each time they write again. */
export const timeToNextResponse = measure({
  name: "time-to-next-response",
  title: "Time to next response",
  unit: "duration",
  definition:
    "From the asker's first message that is unanswered, after the first response, to the next reply by the team. Several messages in a row are one wait, and a discussion can have many. Thanks, and after an answer remarks that ask for nothing, need no reply. What was still unanswered when an answer was marked or the discussion was closed is settled by that: a message that comes later counts from its own time.",
  source:
    "The time between a customer's request and an agent's reaction, and not since anybody wrote last: zammad/zammad#3140, zammad/zammad#3410. Words from before the first response are answered by it (zammad/zammad#5177), and waits that were settled are not carried on (chatwoot/chatwoot#11787).",
  better: "less",
  dated: "when the asker wrote",
  observe(thread, context) {
    if (!isAskers(thread)) return [];
    const { happenings, after } = storyOf(thread, context.now);
    return pendingWordsOf(happenings, after, "anyone").flatMap(({ from, replied }) => {
      const span = { thread: thread.timeline.number, from: new Date(from) };
      return replied === undefined ? [] : [toDuration({ ...span, to: new Date(replied) }, context)];
    });
  },
});
