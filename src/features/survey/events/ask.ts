import { dayMs } from "../../../core/clock.ts";
import type { Thread } from "../../../core/discussion.ts";
import { readSections } from "../../../text/marker.ts";
import type { SurveyAction, SurveyPlan } from "../actions/survey-actions.ts";
import { dueAt, isLate, type Settings } from "../asking/due.ts";
import type { Resolved } from "../asking/find-end.ts";
import { findOurs, whyNotAsk } from "../asking/why-not-ask.ts";
import { surveyQuestion } from "../messages/survey-section.ts";
import type { ThreadSurvey } from "../thread-survey.ts";
import type { ThreadEvent, ThreadFacts } from "./gather-thread.ts";
import { ended, keep, withdrawn } from "./keep-survey.ts";
import { localeOf } from "../../../words/locale-of.ts";

/** A thread that is due, as it was read just now. */
interface DueThread extends Pick<ThreadFacts, "isSilenced" | "lastAsked"> {
  readonly survey: ThreadSurvey;
  readonly end: Resolved;
  readonly thread: Thread;
  readonly hadComment: boolean;
}

/** Asks the asker by an edit of our comment, unless the thread goes on or manners forbid it. */
export function ask(event: ThreadEvent, facts: DueThread, settings: Settings): SurveyPlan {
  const { survey, end, thread } = facts;
  const { config, now } = settings;
  if (!isStillResolved(thread, end)) {
    return keep(event, { before: survey, after: withdrawn(survey) }, "it is not resolved any more");
  }
  const last = lastWordIn(thread);
  const quiet = dueAt({ ...end, lastWordAt: last && last > end.lastWordAt ? last : end.lastWordAt }, settings);
  if (quiet > now) {
    const later = { ...survey, dueAt: quiet.toISOString() };
    return keep(event, { before: survey, after: later }, "somebody has written a short while ago");
  }
  const because = isLate(end, settings)
    ? "it is too late to ask"
    : whyNotAsk({ ...facts, asker: end.asker }, config, now);
  if (because !== undefined) {
    const resolvedAt = end.at.toISOString();
    return keep(event, { before: survey, after: { ...ended(survey, "skipped"), resolvedAt } }, because);
  }
  return put(event, facts, settings);
}

/** Where GitHub refuses the edit for good, the thread is tried again a day later, and then it is too late. */
function put(event: ThreadEvent, { survey, end, thread }: DueThread, { config, now, language }: Settings): SurveyPlan {
  const { repository } = event;
  const closesAt = new Date(now.getTime() + config["open-days"] * dayMs);
  const hasSuggestions = readSections(findOurs(thread)?.body ?? "").has("related-answers");
  const actions: readonly SurveyAction[] = [
    {
      do: "keep-survey",
      repository,
      survey: { ...survey, dueAt: new Date(now.getTime() + dayMs).toISOString() },
    },
    {
      do: "say",
      repository,
      discussion: thread.id,
      number: thread.number,
      section: "survey",
      body: surveyQuestion(closesAt, hasSuggestions)(localeOf(language, thread)),
    },
  ];
  const open: ThreadSurvey = {
    ...survey,
    title: thread.title,
    url: thread.url,
    of: end.asker,
    status: "open",
    resolvedAt: end.at.toISOString(),
    askedAt: now.toISOString(),
    closesAt: closesAt.toISOString(),
    dueAt: closesAt.toISOString(),
  };
  return keep(event, { before: survey, after: open, actions }, "the thread is resolved and quiet");
}

/** Whether what our records say is still so: a webhook may have been lost. */
function isStillResolved({ closed, answer }: Thread, { by }: Resolved): boolean {
  if (by === "request") return true;
  if (closed === "duplicate" || closed === "outdated") return false;
  if (by === "answer") return answer !== undefined && answer.author?.isBot !== true;
  return by === "session" || closed === "resolved";
}

/** When a person last wrote in it. */
function lastWordIn({ comments }: Thread): Date | undefined {
  const last = comments.filter((it) => !it.isOurs && !it.author?.isBot).map(({ createdAt }) => createdAt.getTime());
  return last.length === 0 ? undefined : new Date(Math.max(...last));
}
