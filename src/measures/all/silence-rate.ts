import { measure } from "../measure.ts";
import { isQuestion } from "../whose-thread.ts";

/** How often nothing was good enough. */
export const silenceRate = measure({
  name: "silence-rate",
  title: "Silence rate",
  unit: "share",
  definition:
    "Of the questions at which Frontdesk looked, the share for which it found nothing that was good enough to be suggested, and so said nothing. Questions of shadow mode are counted as well, apart: what would have been said is decided in the same way.",
  source:
    "No match, no comment: silence is right where nothing fits (orgs/community#204229), and a threshold too high misses the obvious (simple-icons/simple-icons#11112). The coverage gaps say what was missing.",
  better: "neither",
  dated: "when the question was opened",
  parts: "mode",
  observe(thread) {
    const { timeline, suggestion } = thread;
    if (!suggestion || !isQuestion(thread)) return [];
    const value = suggestion.items.length === 0 ? 1 : 0;
    return [{ thread: timeline.number, at: timeline.openedAt, value, part: suggestion.mode }];
  },
});
