import type { SharedAction } from "../../../actions/shared-actions.ts";
import type { Plan } from "../../../core/plan.ts";
import { command } from "../../command.ts";
import type { Timeline } from "../../../core/timeline.ts";
import { stateOf } from "../../../timeline/state-of.ts";
import type { WatchAction } from "../actions/watch-actions.ts";
import type { ReadsWithWatch } from "../gather/reads-with-watch.ts";
import { isWatched } from "../gather/is-question.ts";
import { hasLabel } from "../priorities/priority-of.ts";

export const needsInfo = command({
  name: "needs-info",
  usage: "/needs-info [what is needed]",
  summary: "Ask whoever opened the discussion for something: it waits on them until they write again.",
  examples: ["/needs-info", "/needs-info the log of the agent, please"],
  who: ["helper"],
  where: ["discussion"],
  appliesTo: isWatched,

  gather: ({ repository, number }, reads: ReadsWithWatch) => reads.timelines.findTimeline(repository, number),

  // What is needed stands in the comment, so that nothing has to be said.
  decide({ repository, number, thread, comment, actor, config, now }, timeline): Plan<WatchAction> {
    const written = thread.comments.find(({ id }) => id === comment.id)?.createdAt ?? now;
    const label = config.watch["needs-info-label"];
    const isOver = timeline !== undefined && !isAskedStill(timeline, { by: actor.login, at: written }, now);
    const add = label === null || isOver || hasLabel(thread.labels, label) ? [] : [{ name: label }];
    const labelled: readonly SharedAction[] =
      add.length > 0 ? [{ do: "label", repository, number, subject: thread.id, add, remove: [] }] : [];
    return {
      actions: [
        {
          do: "record-needs-info",
          repository,
          number,
          comment: comment.id,
          by: actor.login,
          at: written.toISOString(),
        },
        ...labelled,
        { do: "follow-up", key: "needs-info", event: { kind: "thread-observed", repository, number } },
      ],
      because: "a helper asks the asker for information",
    };
  },
});

/**
 * Whether the asker still owes what they were asked for then. A command that is told late may be over: the label would
 * stay, as nothing comes that takes it off.
 */
export function isAskedStill(
  timeline: Timeline,
  { by, at }: { readonly by: string; readonly at: Date },
  now: Date,
): boolean {
  const entries = [...timeline.entries, { key: "needs-info", at, kind: "needs-info", by } as const];
  return stateOf({ ...timeline, entries }, { now }).status === "waiting-on-asker";
}
