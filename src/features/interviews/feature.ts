import { nothing } from "../../core/plan.ts";
import { feature } from "../feature.ts";
import { interviewActions, type InterviewPlan } from "./actions/interview-actions.ts";
import { quarterOf } from "./choice/quarter.ts";
import { interviewed } from "./commands/interviewed.ts";
import type { InterviewsConfig } from "./config.ts";
import { decideChoice, gatherChoice, type ChoiceFacts } from "./events/choose.ts";
import { mentions } from "./interview.ts";
import type { ReadsWithInterviews } from "./reads.ts";
import { InterviewStore } from "./store/interview-store.ts";

type Facts =
  | ChoiceFacts
  /** A discussion; and whether somebody was named for it. */
  | { readonly found: "removed"; readonly isTold: boolean };

/** Names the few askers worth talking to, and remembers who was. */
export const interviews = feature({
  name: "interviews",
  summary:
    "Names, for helpers alone, the few askers worth talking to each quarter, with the reasons and what to ask; remembers who was, so that nobody is named twice in a year.",
  slice: "interviews",
  on: ["choose-interviewees", "discussion-removed"],
  commands: [interviewed],
  actions: interviewActions,
  openStores: (database) => ({ interviews: new InterviewStore(database) }),
  schedules: [
    {
      // At the start of a quarter, and when a repository's history has been read.
      every: ["start", "day"],
      async isDue(repository, { reads, now }: { reads: ReadsWithInterviews; now: Date }) {
        const progress = await reads.timelineProgress.findBackfill(repository);
        const isRead = progress?.phase === "done" || progress?.phase === "off";
        return isRead && !(await reads.interviews.isChosen(repository, quarterOf(now)));
      },
      event: (repository) => ({ kind: "choose-interviewees", repository }),
    },
  ],

  async gather(
    event,
    context: { readonly config: InterviewsConfig; readonly reads: ReadsWithInterviews; readonly now: Date },
  ): Promise<Facts> {
    const { repository } = event;
    if (event.kind === "choose-interviewees") return gatherChoice(repository, context);
    const named = await context.reads.interviews.interviews(repository);
    const isTold = named.some(({ reasons }) => mentions(reasons, event.number));
    return { found: "removed", isTold };
  },

  decide(event, facts, settings): InterviewPlan {
    const { repository } = event;
    if (facts.found !== "removed") return decideChoice(repository, facts, settings);
    if (!facts.isTold || !("number" in event)) return nothing("nobody was named for it");
    const { number } = event;
    return { actions: [{ do: "forget-interview-reasons", repository, number }], because: "the discussion is gone" };
  },
});
