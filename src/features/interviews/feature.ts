import { feature } from "../feature.ts";
import { interviewActions, type InterviewPlan } from "./actions/interview-actions.ts";
import { quarterOf } from "./choice/quarter.ts";
import { interviewed } from "./commands/interviewed.ts";
import type { InterviewsConfig } from "./config.ts";
import { decideChoice, gatherChoice, type ChoiceFacts } from "./events/choose.ts";
import type { ReadsWithInterviews } from "./reads.ts";
import { InterviewStore } from "./store/interview-store.ts";

/** Names the few askers worth talking to, and remembers who was. */
export const interviews = feature({
  name: "interviews",
  summary:
    "Names, for helpers alone, the few askers worth talking to each quarter, with the reasons and what to ask; remembers who was, so that nobody is named twice in a year.",
  slice: "interviews",
  on: ["choose-interviewees"],
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

  gather: (
    { repository },
    context: { readonly config: InterviewsConfig; readonly reads: ReadsWithInterviews; readonly now: Date },
  ): Promise<ChoiceFacts> => gatherChoice(repository, context),

  decide: ({ repository }, facts, settings): InterviewPlan => decideChoice(repository, facts, settings),
});
