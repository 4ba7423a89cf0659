import { measure } from "../measure.ts";
import { storyOf } from "../story-of.ts";
import { isAskers } from "../whose-thread.ts";

/** How much of what was thought to be done was not. */
export const reopenRate = measure({
  name: "reopen-rate",
  title: "Reopen rate",
  unit: "share",
  definition:
    "Of the discussions that were resolved or closed, the share that was open again later: reopened, or its answer was unmarked with no other in its place. Each counts once, however often that was. A mark that moves to another comment opens nothing, nor does a word of the asker alone. Discussions that the team or a bot opened are left out.",
  source: "Reopening distorts resolution times and has to be told beside them: chatwoot/chatwoot#7293.",
  better: "less",
  needsRecords: true,
  dated: "when it was resolved or closed first",
  observe(thread, { now }) {
    if (!isAskers(thread)) return [];
    const { phases } = storyOf(thread, now);
    const ends = phases.map(({ isResolved, status }) => isResolved || status === "closed");
    const first = ends.indexOf(true);
    const phase = phases[first];
    if (!phase) return [];
    const isReopened = ends.indexOf(false, first) !== -1;
    return [{ thread: thread.timeline.number, at: new Date(phase.from), value: isReopened ? 1 : 0 }];
  },
});
