import type { Plan } from "../../../core/plan.ts";
import type { TimelineEntry } from "../../../core/timeline.ts";
import { command } from "../../command.ts";
import { needsInfoEntry, type WatchAction } from "../actions/watch-actions.ts";
import { decideThread } from "../events/decide-thread.ts";
import { gatherThread, type ThreadFacts } from "../gather/gather-thread.ts";
import { isWatched } from "../gather/is-question.ts";
import type { ReadsWithWatch } from "../gather/reads-with-watch.ts";
import { say } from "../messages/words.ts";

export const needsInfo = command({
  name: "needs-info",
  usage: "/needs-info [what is needed]",
  summary: say("command.needs-info"),
  examples: ["/needs-info", "/needs-info the log of the agent, please"],
  who: ["helper"],
  where: ["discussion"],
  appliesTo: isWatched,

  gather: ({ repository, number, config }, reads: ReadsWithWatch) =>
    gatherThread(repository, number, { config: config.watch, shared: config, reads }, false),

  // What is needed stands in the comment, so that nothing has to be said.
  decide({ repository, number, thread, comment, actor, config, now }, facts): Plan<WatchAction> {
    const written = thread.comments.find(({ id }) => id === comment.id)?.createdAt ?? now;
    const asked = { comment: comment.id, by: actor.login, at: written.toISOString() };
    const kept = decideThread(withEntry(facts, needsInfoEntry(asked)), number, {
      repository,
      config: config.watch,
      shared: config,
      now,
      mayRule: false,
      asking: thread,
    });
    return {
      actions: [
        { do: "record-needs-info", repository, number, ...asked },
        ...kept.actions,
        { do: "follow-up", key: "needs-info", event: { kind: "thread-observed", repository, number } },
      ],
      because: "a helper asks the asker for information",
    };
  },
});

/** What is known of the thread with what this command adds to it: the asker may have written since. */
function withEntry(facts: ThreadFacts, entry: TimelineEntry): ThreadFacts {
  if (facts.found === "unwatched") return facts;
  const { timeline } = facts;
  return { ...facts, timeline: { ...timeline, entries: [...timeline.entries, entry] } };
}
