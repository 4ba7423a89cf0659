import { measure } from "../measure.ts";
import { isAskers } from "../whose-thread.ts";

/** How much was asked. */
export const discussionsOpened = measure({
  name: "discussions-opened",
  title: "Discussions opened",
  unit: "count",
  definition:
    "Discussions that were opened by anybody but the team and bots. It is what all times are to be seen against: a median of three says little.",
  source: "A metric is told with how many it is made of: chatwoot/chatwoot#4273.",
  better: "neither",
  dated: "when it was opened",
  observe(thread) {
    const { number, openedAt } = thread.timeline;
    return isAskers(thread) ? [{ thread: number, at: openedAt, value: 1 }] : [];
  },
});
