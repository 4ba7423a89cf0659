import { secondMs } from "../../../core/clock.ts";
import { unreachable } from "../../../core/errors.ts";
import { nothing } from "../../../core/plan.ts";
import type { SurveyPlan } from "../actions/survey-actions.ts";
import { dueAt, isLate, type Settings } from "../asking/due.ts";
import type { Resolved } from "../asking/find-end.ts";
import type { ThreadSurvey } from "../thread-survey.ts";
import { ask } from "./ask.ts";
import { followOpen } from "./follow-open.ts";
import type { ThreadEvent, ThreadFacts } from "./gather-thread.ts";
import { keep, withdrawn } from "./keep-survey.ts";

/** Whether the asker of a thread is asked, the question is taken out again, or an answer is noted. */
export function decideThread(event: ThreadEvent, facts: ThreadFacts, settings: Settings): SurveyPlan {
  const { repository, number } = event;
  const { survey, end, read } = facts;
  if (event.kind === "discussion-removed" || (read && !read.thread)) {
    if (!survey) return nothing("nobody was asked there");
    return { actions: [{ do: "forget-survey", repository, number }], because: "the discussion is gone" };
  }
  if (!end.isResolved) return whenUnresolved(event, facts, end.because, settings);
  switch (survey?.status) {
    case undefined:
    case "withdrawn":
    case "skipped":
      return begin(event, facts, end, settings);
    case "waiting":
      return whenWaiting(event, facts, { survey, end }, settings);
    case "open":
      return followOpen(event, facts, survey, settings);
    case "done":
      return nothing("the asker was asked already");
    default:
      return unreachable(survey as never);
  }
}

/** Whoever goes on has other things to tell than how content they are: a question that stands is taken out. */
function whenUnresolved(
  event: ThreadEvent,
  facts: ThreadFacts,
  because: string,
  { now, language }: Settings,
): SurveyPlan {
  const { survey } = facts;
  if (survey?.status === "open") return followOpen(event, facts, survey, { now, language });
  if (survey?.status !== "waiting") return nothing(because);
  return keep(event, { before: survey, after: withdrawn(survey) }, because);
}

/** Remembers that somebody may be asked a while later, so that a mark that is taken off again asks nobody. */
function begin(event: ThreadEvent, facts: ThreadFacts, end: Resolved, settings: Settings): SurveyPlan {
  const { survey, servedSince, title, url, isClosedByPerson } = facts;
  const { freshness, now } = settings;
  if (survey?.status === "skipped" && end.at.getTime() <= Date.parse(survey.resolvedAt)) {
    return nothing("it was considered already, and the asker was not asked");
  }
  // What was resolved before we came is history, however it becomes known. GitHub's times have whole seconds.
  const isHistory = !servedSince || end.at.getTime() <= servedSince.getTime() - secondMs;
  if (isHistory) return nothing("it was resolved before we came");
  const isOld = now.getTime() - end.at.getTime() > freshness * 1000;
  if (survey?.status !== "withdrawn" && isOld) return nothing("it was resolved too long ago");
  if (isLate(end, settings)) return nothing("it is too late to ask");
  const waiting: ThreadSurvey = {
    number: event.number,
    title,
    url,
    of: end.asker,
    status: "waiting",
    resolvedAt: end.at.toISOString(),
    ...(isClosedByPerson && { isClosedByPerson: true }),
    dueAt: dueAt(end, settings).toISOString(),
    ...(survey?.askedAt !== undefined && { askedAt: survey.askedAt }),
  };
  return keep(event, { before: survey, after: waiting }, "the thread is resolved");
}

function whenWaiting(
  event: ThreadEvent,
  facts: ThreadFacts,
  { survey, end }: { readonly survey: ThreadSurvey; readonly end: Resolved },
  settings: Settings,
): SurveyPlan {
  const { thread, hadComment = false } = facts.read ?? {};
  if (thread) return ask(event, { ...facts, survey, end, thread, hadComment }, settings);
  const after = { ...survey, dueAt: dueAt(end, settings).toISOString() };
  return keep(event, { before: survey, after }, "the asker is asked later");
}
