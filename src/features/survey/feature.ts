import { secondsOf } from "../../business-time/duration.ts";
import { unreachable } from "../../core/errors.ts";
import { nothing } from "../../core/plan.ts";
import { feature } from "../feature.ts";
import { surveyActions, type SurveyPlan } from "./actions/survey-actions.ts";
import { rate } from "./commands/rate.ts";
import type { SurveyConfig } from "./config.ts";
import { decideThread } from "./events/decide-thread.ts";
import { gatherThread, type ThreadFacts } from "./events/gather-thread.ts";
import { decideSweep, gatherSweep, type SweepFacts } from "./events/sweep.ts";
import type { ReadsWithSurveys } from "./reads.ts";
import { SurveyStore } from "./store/survey-store.ts";

type Facts = ThreadFacts | SweepFacts | { readonly found: "nothing" };

/** Asks askers once, when their question is resolved, how content they are. */
export const survey = feature({
  name: "survey",
  summary:
    "Asks askers once, when their question is resolved and quiet, how content they are, by an edit of its comment there; reads their reactions each hour.",
  slice: "survey",
  on: [
    "comment-added",
    "comment-deleted",
    "discussion-changed",
    "discussion-removed",
    "thread-observed",
    "follow-request",
    "booking-changed",
    "survey-thread",
    "sweep-surveys",
  ],
  commands: [rate],
  actions: surveyActions,
  openStores: (database) => ({ surveys: new SurveyStore(database) }),
  schedules: [
    {
      every: ["start", "hour"],
      async isDue(repository, { reads: { surveys }, now }: { reads: ReadsWithSurveys; now: Date }) {
        const [due, open] = await Promise.all([
          surveys.dueSurveys(repository, now, 1),
          surveys.openSurveys(repository, 1),
        ]);
        return due.length + open.length > 0;
      },
      event: (repository) => ({ kind: "sweep-surveys", repository }),
    },
  ],

  async gather(
    event,
    context: { readonly config: SurveyConfig; readonly reads: ReadsWithSurveys; readonly now: Date },
  ): Promise<Facts> {
    if (event.kind === "sweep-surveys") return gatherSweep(event.repository, context);
    return (await gatherThread(event, context)) ?? { found: "nothing" };
  },

  decide(event, facts, { config, shared, now }): SurveyPlan {
    switch (facts.found) {
      case "nothing":
        return nothing("nobody was asked there");
      case "sweep":
        return decideSweep(event.repository, facts);
      case "thread": {
        if (event.kind === "sweep-surveys") return nothing("no thread");
        const [after, freshness] = [secondsOf(config.after), secondsOf(shared.freshness)];
        return decideThread(event, facts, { config, after, freshness, now, language: shared });
      }
      default:
        return unreachable(facts);
    }
  },
});
