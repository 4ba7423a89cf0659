import type { RepositoryRef } from "../../../core/discussion.ts";
import { nothing } from "../../../core/plan.ts";
import { gatherMeasured } from "../../../measures/gather/gather-measured.ts";
import type { InterviewPlan } from "../actions/interview-actions.ts";
import { AskerCollection } from "../choice/asker-facts.ts";
import { chooseInterviewees, type InterviewFacts } from "../choice/choose-interviewees.ts";
import { quarterOf } from "../choice/quarter.ts";
import type { InterviewsConfig } from "../config.ts";
import type { NamedInterviewee } from "../interview.ts";
import type { ReadsWithInterviews } from "../reads.ts";

export type ChoiceFacts =
  { readonly found: "nothing-to-do"; readonly because: string } | ({ readonly found: "askers" } & InterviewFacts);

/** Reads all discussions of a repository page by page, and keeps of each only what tells whether to talk with its asker. */
export async function gatherChoice(
  repository: RepositoryRef,
  {
    config,
    reads,
    now,
  }: { readonly config: InterviewsConfig; readonly reads: ReadsWithInterviews; readonly now: Date },
): Promise<ChoiceFacts> {
  if (config.mode === "off") return { found: "nothing-to-do", because: "interviews.mode is off" };
  if (await reads.interviews.isChosen(repository, quarterOf(now))) {
    return { found: "nothing-to-do", because: "people were named for this quarter already" };
  }
  const collection = new AskerCollection(now);
  for await (const page of gatherMeasured(repository, reads)) {
    for (const thread of page) collection.add(thread);
    await otherWork();
  }
  const [earlier, silenced] = await Promise.all([
    reads.interviews.interviews(repository),
    reads.surveys.silenced(repository),
  ]);
  // The newest quarter comes first; what is set last stays.
  const named = new Map(earlier.toReversed().map((it) => [it.login.toLowerCase(), new Date(it.namedAt)]));
  return { found: "askers", askers: collection.all(), named, silenced };
}

/** Reading the database waits for nothing, so that without this no webhook would be taken in meanwhile. */
function otherWork(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

/** Names them for the quarter. Where nobody is worth it yet, nobody is named, and it is looked again. */
export function decideChoice(
  repository: RepositoryRef,
  facts: ChoiceFacts,
  { config, now }: { readonly config: InterviewsConfig; readonly now: Date },
): InterviewPlan {
  if (facts.found === "nothing-to-do") return nothing(facts.because);
  const chosen = chooseInterviewees(facts, { now, perQuarter: config["per-quarter"] });
  if (chosen.length === 0) return nothing("nobody is worth talking to yet");
  const quarter = quarterOf(now);
  const named = chosen.map((it): NamedInterviewee => ({ ...it, quarter, namedAt: now.toISOString() }));
  return {
    actions: [{ do: "name-interviewees", repository, named }],
    because: `${named.length} of ${facts.askers.length} askers are named for ${quarter}`,
  };
}
