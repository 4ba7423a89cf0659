import { answerTo, command, type Command } from "../../src/features/command.ts";
import type { SupportEvent } from "../../src/core/event.ts";
import type { SharedAction } from "../../src/actions/shared-actions.ts";
import type { ActionData, Plan } from "../../src/core/plan.ts";
import { feature, type Feature } from "../../src/features/feature.ts";
import type { FeatureReads } from "../../src/features/index.ts";
import { aComment, repository } from "../helpers/builders.ts";

/** A discussion was opened: an event that sets off features and no commands. */
export const opened = {
  kind: "discussion-opened",
  repository,
  number: 12,
  actor: { login: "ann", isBot: false },
} as const satisfies SupportEvent;

/** A comment of somebody's. */
export function commented(body: string, login = "ann"): SupportEvent {
  const comment = aComment({ body, author: { login, isBot: false } });
  return { kind: "comment-added", repository, number: 12, actor: { login, isBot: false }, comment };
}

/** Actions that can be told from one another and mean nothing else. */
export function redeliver(...ids: readonly number[]): ActionData[] {
  return ids.map((id) => ({ do: "redeliver", id: String(id), guid: `guid-${id}` }));
}

/** One that speaks in the thread. */
export const say: SharedAction = {
  do: "say",
  repository,
  discussion: "D_12",
  number: 12,
  section: "related-answers",
  body: "See the docs.",
};

export function plan(actions: readonly ActionData[], because = "the test says so"): Plan {
  return { actions, because };
}

/** A feature that reads by `gather` and plans what `decide` makes of it. */
export function aFeature<Facts>(
  name: string,
  gather: () => Facts | Promise<Facts>,
  decide: (facts: Facts) => Plan,
): Feature<FeatureReads> {
  return feature({
    name,
    summary: "Is there for a test.",
    on: ["discussion-opened", "comment-added", "import-threads"],
    gather: async () => gather(),
    decide: (_, facts: Facts) => decide(facts),
  });
}

/** A feature that always plans the same. */
export function planning(name: string, actions: readonly ActionData[]): Feature<FeatureReads> {
  return aFeature(
    name,
    () => undefined,
    () => plan(actions),
  );
}

/** `/ping`, which answers `pong` after doing `first`. */
export function ping(first: readonly ActionData[] = [], who: Command["who"] = "anyone"): Command<FeatureReads> {
  return command({
    name: "ping",
    usage: "/ping",
    summary: () => "Answers.",
    examples: ["/ping"],
    who,
    where: ["discussion"],
    gather: async () => undefined,
    decide: (ask) => plan([...first, answerTo(ask, "ping", "pong")]),
  });
}
