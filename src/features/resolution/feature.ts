import { secondsOf } from "../../business-time/duration.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import { unreachable } from "../../core/errors.ts";
import { nothing } from "../../core/plan.ts";
import { feature } from "../feature.ts";
import { resolutionActions, type ResolutionPlan } from "./actions/resolution-actions.ts";
import { answer } from "./commands/answer.ts";
import type { ResolutionConfig } from "./config.ts";
import { decideThread } from "./events/decide-thread.ts";
import { gatherThread, type ThreadFacts } from "./events/gather-thread.ts";
import { decideLinked, linkedComments } from "./events/linked-answers.ts";
import { decideSweep, gatherSweep, type SweepFacts } from "./events/sweep.ts";
import type { ReadsWithResolutions } from "./reads.ts";
import { ResolutionStore } from "./store/resolution-store.ts";

type Facts =
  | ThreadFacts
  | SweepFacts
  /** An answer was marked, and links to comments of other threads. */
  | { readonly found: "linked"; readonly linked: ReturnType<typeof linkedComments>; readonly thread: ThreadFacts };

/** Sees that questions end in an answer: proposes one for marking, reminds silent askers once, closes where configured. */
export const resolution = feature({
  name: "resolution",
  summary:
    "Sees that questions end in an answer: proposes a helpful comment to the asker for marking, reminds silent askers once, closes later where the config says so, and opens again when they write.",
  on: [
    "comment-added",
    "comment-deleted",
    "discussion-changed",
    "discussion-removed",
    "thread-observed",
    "thread-due",
    "helpful-seen",
    "sweep-resolutions",
  ],
  slice: "resolution",
  commands: [answer],
  actions: resolutionActions,
  openStores: (database) => ({ resolutions: new ResolutionStore(database) }),
  schedules: [
    {
      every: ["start", "hour"],
      isDue: async (repository, { reads, now }) => (await reads.resolutions.dueThreads(repository, now, 1)).length > 0,
      event: (repository) => ({ kind: "sweep-resolutions", repository, reactions: false }),
    },
    {
      every: ["day"],
      isDue: async (repository, { reads }) => isAnybodyWaiting(repository, reads),
      event: (repository) => ({ kind: "sweep-resolutions", repository, reactions: true }),
    },
  ],

  async gather(
    event,
    context: { readonly config: ResolutionConfig; readonly reads: ReadsWithResolutions; readonly now: Date },
  ): Promise<Facts> {
    if (event.kind === "sweep-resolutions") return gatherSweep(event, context);
    const thread = await gatherThread(event, context);
    const isAnswered = event.kind === "discussion-changed" && event.change === "answered";
    if (!isAnswered || context.config.propose === "off") return thread;
    const discussion =
      thread.read?.thread ?? (await context.reads.github.findDiscussion(event.repository, event.number));
    return { found: "linked", linked: discussion ? linkedComments(event.repository, discussion) : [], thread };
  },

  decide(event, facts, { config, shared, now }): ResolutionPlan {
    const settings = { config, freshness: secondsOf(shared.freshness), now, language: shared };
    switch (facts.found) {
      case "sweep":
        return decideSweep(event.repository, facts);
      case "thread":
        return event.kind === "sweep-resolutions" ? nothing("no thread") : decideThread(event, facts, settings);
      case "linked": {
        if (event.kind === "sweep-resolutions") return nothing("no thread");
        const own = decideThread(event, facts.thread, settings);
        const others = decideLinked(event.repository, facts.linked, now);
        return { actions: [...own.actions, ...others.actions], because: `${own.because}; ${others.because}` };
      }
      default:
        return unreachable(facts);
    }
  },
});

async function isAnybodyWaiting(repository: RepositoryRef, { watch }: ReadsWithResolutions): Promise<boolean> {
  const status = ["waiting-on-asker", "waiting-on-team"] as const;
  return (await watch.watchedThreads(repository, { status, limit: 1 })).length > 0;
}
