import type { Thread } from "../../../core/discussion.ts";
import { nothing } from "../../../core/plan.ts";
import { readSections } from "../../../text/marker.ts";
import type { SurveyAction, SurveyPlan } from "../actions/survey-actions.ts";
import type { Settings } from "../asking/due.ts";
import { ratingByReaction } from "../asking/rating-by-reaction.ts";
import { findOurs } from "../asking/why-not-ask.ts";
import { surveyOver, surveyQuestion, surveyThanks } from "../messages/survey-section.ts";
import type { ThreadSurvey } from "../thread-survey.ts";
import type { ThreadEvent, ThreadFacts } from "./gather-thread.ts";
import { ended, keep, withdrawn } from "./keep-survey.ts";
import { localeOf } from "../../../words/locale-of.ts";

/**
 * Notes what the asker's reactions say by now, thanks for it, and ends what has been open for long enough. Where the thread
 * goes on and they have said nothing, the question is taken out.
 */
export function followOpen(
  event: ThreadEvent,
  facts: ThreadFacts,
  survey: ThreadSurvey,
  { now, language }: Pick<Settings, "now" | "language">,
): SurveyPlan {
  const { read, end, isSilenced } = facts;
  const { askedAt, closesAt } = survey;
  if (!read?.thread || askedAt === undefined || closesAt === undefined) return nothing("the question stands");
  const noted = withReactions(survey, read.reactions, askedAt);
  if (!end.isResolved && !noted.rated)
    return takeOut(event, facts, withdrawn(survey), { because: end.because, language });
  const isOver = Date.parse(closesAt) <= now.getTime() || isSilenced;
  const after = isOver ? ended(noted, "done") : noted;
  const because = isOver ? "it was open for long enough" : "the reactions of the asker were read";
  const until = new Date(closesAt);
  const isRated = after.rated !== undefined;
  const wasRated = survey.rated !== undefined;
  if (isOver && !isRated) return takeOut(event, facts, after, { because, language });
  if (isRated === wasRated) return keep(event, { before: survey, after }, because);
  const ours = findOurs(read.thread);
  const hasSuggestions = readSections(ours?.body ?? "").has("related-answers");
  const text = isRated ? surveyThanks(until) : surveyQuestion(until, hasSuggestions);
  const body = text(localeOf(language, read.thread));
  return keep(event, { before: survey, after, actions: write(event, read.thread, body) }, because);
}

/** Takes the question out of our comment. */
function takeOut(
  event: ThreadEvent,
  { read, survey }: ThreadFacts,
  after: ThreadSurvey,
  { because, language }: Pick<Settings, "language"> & { readonly because: string },
): SurveyPlan {
  const { thread } = read ?? {};
  const ours = thread && findOurs(thread);
  const isAlone = ours !== undefined && readSections(ours.body).size === 1;
  const actions = thread ? write(event, thread, isAlone ? surveyOver(localeOf(language, thread)) : "") : [];
  return keep(event, { before: survey, after, actions }, because);
}

/** The rating by reactions as it is now. Where they could not be read, what was known stays. */
function withReactions(
  survey: ThreadSurvey,
  reactions: NonNullable<ThreadFacts["read"]>["reactions"],
  askedAt: string,
): ThreadSurvey {
  if (!reactions) return survey;
  const { rated: _, ...rest } = survey;
  const said = ratingByReaction(reactions, survey.of, new Date(askedAt));
  if (!said) return rest;
  return { ...rest, rated: { rating: said.rating, at: said.at.toISOString(), via: "reaction" } };
}

/** Writes the section where it stands already; in locked discussions nothing is written. */
function write({ repository }: ThreadEvent, thread: Thread, body: string): readonly SurveyAction[] {
  const ours = findOurs(thread);
  if (thread.locked || !ours || !readSections(ours.body).has("survey")) return [];
  const { id: discussion, number } = thread;
  return [{ do: "say", repository, discussion, number, section: "survey", body }];
}
