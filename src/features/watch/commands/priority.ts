import { UserError } from "../../../core/errors.ts";
import type { Plan } from "../../../core/plan.ts";
import { isSameName } from "../../../text/is-same-name.ts";
import { command } from "../../command.ts";
import { priorityNames, type PriorityName, type WatchConfig } from "../config.ts";
import { decideThread } from "../events/decide-thread.ts";
import { gatherThread } from "../gather/gather-thread.ts";
import { isQuestion } from "../gather/is-question.ts";
import type { ReadsWithWatch } from "../gather/reads-with-watch.ts";
import { noPriorityNamed, noSuchPriority } from "../messages/refusals.ts";
import { hasLabel, priorityLabels } from "../priorities/priority-of.ts";
import { say } from "../messages/words.ts";
import { halfWidth } from "../../../text/half-width.ts";

export const priority = command({
  name: "priority",
  usage: "/priority p1|p2|p3|p4",
  summary: say("command.priority"),
  examples: ["/priority p1"],
  who: ["helper"],
  where: ["discussion"],
  appliesTo: isQuestion,

  gather: ({ repository, number, config }, reads: ReadsWithWatch) =>
    gatherThread(repository, number, { config: config.watch, shared: config, reads }, false),

  decide({ line, repository, number, thread, config, now }, facts): Plan {
    const wanted = toPriority(halfWidth(line.words.join(" ")), config.watch);
    const { label } = config.watch.priorities[wanted];
    const other = priorityLabels(thread.labels, config.watch).filter((it) => !hasLabel([it], label));
    const add = label === null || hasLabel(thread.labels, label) ? [] : [{ name: label }];
    const labels = [...thread.labels.filter((it) => !other.includes(it)), ...add.map(({ name }) => name)];
    const choice = { priority: wanted, labels };
    const kept = decideThread(facts, number, {
      repository,
      config: config.watch,
      shared: config,
      now,
      mayRule: false,
      choice,
    });
    const change = { do: "label", repository, number, subject: thread.id, add, remove: other } as const;
    // GitHub tells of labels; of a priority without one, others hear by us.
    const event = { kind: "thread-observed", repository, number } as const;
    const look = { do: "follow-up", key: "priority", event } as const;
    return {
      actions: [...(add.length + other.length > 0 ? [change] : []), ...kept.actions, ...(label === null ? [look] : [])],
      because: `a helper gives the question the priority ${wanted}`,
    };
  },
});

/** By its name, or by its label. */
function toPriority(written: string, { priorities }: WatchConfig): PriorityName {
  if (written === "") throw new UserError(noPriorityNamed());
  const found = priorityNames.find((it) => isSameName(it, written) || hasLabel([written], priorities[it].label));
  if (!found) throw new UserError(noSuchPriority(written));
  return found;
}
