import type { RepositoryRef } from "../../../core/discussion.ts";
import { nothing } from "../../../core/plan.ts";
import type { SurveyAction, SurveyPlan } from "../actions/survey-actions.ts";
import { ratingByReaction } from "../asking/rating-by-reaction.ts";
import type { SurveyConfig } from "../config.ts";
import type { ReadsWithSurveys } from "../reads.ts";
import type { ThreadSurvey } from "../thread-survey.ts";

/** Threads that are due, handled of one repository at a time; the next hour brings the rest. */
const maxDue = 200;
/** Open surveys whose reactions are read in one go: fifty are a point. */
const maxOpen = 500;

/** What a sweep has found: threads that are due, and threads whose askers have clicked, or taken back, something. */
export interface SweepFacts {
  readonly found: "sweep";
  readonly due: readonly number[];
  readonly clicked: readonly number[];
}

/** Which are due is in our own records. Reactions, of which no webhook tells, cost 1 point for each 50 open surveys. */
export async function gatherSweep(
  repository: RepositoryRef,
  { config, reads, now }: { readonly config: SurveyConfig; readonly reads: ReadsWithSurveys; readonly now: Date },
): Promise<SweepFacts> {
  const { surveys } = reads;
  const [allDue, open] = await Promise.all([
    surveys.dueSurveys(repository, now, maxDue),
    surveys.openSurveys(repository, maxOpen),
  ]);
  // Threads are handled side by side: of one person one at a time, so that the next one knows that they were asked.
  const due = [...Map.groupBy(allDue, ({ person }) => person).values()].flatMap(([first]) => first?.number ?? []);
  if (config.mode === "off") {
    // Whoever turns surveys off wants the questions gone.
    return { found: "sweep", due, clicked: open.filter(({ rated }) => !rated).map(({ number }) => number) };
  }
  return { found: "sweep", due, clicked: await findClicked(repository, open, reads) };
}

/** A follow-up for each thread, under the order key of the thread. */
export function decideSweep(repository: RepositoryRef, { due, clicked }: SweepFacts): SurveyPlan {
  const numbers = [...new Set([...due, ...clicked])];
  if (numbers.length === 0) return nothing("nobody is to be asked, and nobody has answered");
  const actions = numbers.map((number): SurveyAction => ({
    do: "follow-up",
    key: `survey-thread:${number}`,
    event: { kind: "survey-thread", repository, number },
  }));
  return { actions, because: `${due.length} threads are due, ${clicked.length} askers have clicked` };
}

/** Numbers of threads whose asker's reactions say something else than what is recorded. */
async function findClicked(
  repository: RepositoryRef,
  open: readonly ThreadSurvey[],
  { github, records }: ReadsWithSurveys,
): Promise<readonly number[]> {
  const byComment = new Map<string, ThreadSurvey>();
  for (const survey of open) {
    const comment = await records.findOurComment(repository, survey.number);
    if (comment !== undefined) byComment.set(comment, survey);
  }
  if (byComment.size === 0) return [];
  const reactions = await github.reactionsOn(repository, [...byComment.keys()]);
  return [...byComment].flatMap(([comment, survey]) => {
    const given = reactions.get(comment);
    if (!given || survey.askedAt === undefined) return [];
    const said = ratingByReaction(given, survey.of, new Date(survey.askedAt));
    return said?.rating === survey.rated?.rating ? [] : [survey.number];
  });
}
