import { unreachable } from "../../core/errors.ts";
import { nothing } from "../../core/plan.ts";
import { feature, type FeatureContext } from "../feature.ts";
import { onCallActions, type OnCallPlan } from "./actions/on-call-actions.ts";
import { handoff } from "./commands/handoff.ts";
import { oncall } from "./commands/oncall.ts";
import { release } from "./commands/release.ts";
import { take } from "./commands/take.ts";
import type { OnCallConfig } from "./config.ts";
import { decideEscalation } from "./escalation/decide-escalation.ts";
import { decideLabels, type LabelFacts } from "./escalation/decide-labels.ts";
import { findNewSteps, gatherEscalation, type EscalationFacts } from "./escalation/gather-escalation.ts";
import type { ReadsOfOnCall } from "./reads.ts";
import { OnCallStore } from "./store/on-call-store.ts";
import { localeOf } from "../../words/locale-of.ts";

type Facts =
  | ({ readonly found: "due" } & EscalationFacts)
  | ({ readonly found: "thread" } & LabelFacts)
  | { readonly found: "nothing-to-read" };

/** Calls whoever is on call, once and quietly, for what waits too long. */
export const onCall = feature({
  name: "on-call",
  summary:
    "Knows who is on call, by a rota that stands in the config, and calls them once before and after a target ends.",
  on: [
    "escalate",
    "post-to-chat",
    "thread-due",
    "thread-observed",
    "comment-added",
    "comment-edited",
    "comment-deleted",
    "follow-request",
    "discussion-edited",
    "discussion-changed",
    "discussion-removed",
  ],
  slice: "on-call",
  commands: [oncall, take, handoff, release],
  actions: onCallActions,
  openStores: (database) => ({ onCall: new OnCallStore(database) }),

  async gather(event, { config, shared, reads, now }: FeatureContext<OnCallConfig, ReadsOfOnCall>): Promise<Facts> {
    const { repository } = event;
    switch (event.kind) {
      case "escalate":
        return { found: "due", ...(await gatherEscalation(repository, { config, shared, reads, now })) };
      case "post-to-chat":
      case "discussion-removed":
        return { found: "nothing-to-read" };
      default:
        return {
          found: "thread",
          watched: await reads.watch.findWatched(repository, event.number),
          notices: await reads.onCall.noticesOf(repository, [event.number]),
          put: await reads.onCall.findPutLabels(repository, event.number),
        };
    }
  },

  decide(event, facts, { config, shared, now }): OnCallPlan {
    const { repository } = event;
    switch (facts.found) {
      case "due":
        return decideEscalation(facts, {
          repository,
          config,
          freshness: shared.freshness,
          now,
          locale: localeOf(shared),
        });
      case "thread":
        return "number" in event
          ? decideLabels(facts, { repository, number: event.number, config, now })
          : nothing("no thread");
      case "nothing-to-read":
        if (event.kind === "post-to-chat") {
          const { key, message } = event;
          return { actions: [{ do: "post-to-chat", repository, key, message }], because: "promises are due" };
        }
        return "number" in event
          ? { actions: [{ do: "forget-calls", repository, number: event.number }], because: "the discussion is gone" }
          : nothing("no thread");
      default:
        return unreachable(facts);
    }
  },

  schedules: [
    {
      every: ["start", "minutes"],
      isDue: async (repository, { reads, now }) => (await findNewSteps(repository, reads, now)).length > 0,
      event: (repository) => ({ kind: "escalate", repository }),
    },
  ],
});
