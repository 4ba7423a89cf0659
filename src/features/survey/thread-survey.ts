import type { Survey } from "../../core/survey.ts";

/**
 * What we know and did about asking in a thread: one a thread. Plain data: it travels inside plans. Times are ISO 8601 in
 * UTC. Only events and commands of its thread write it, one after the other.
 */
export interface ThreadSurvey {
  /** Of the discussion. */
  readonly number: number;
  readonly title: string;
  readonly url: string;
  /** Login of the asker. */
  readonly of: string;
  readonly status: SurveyStatus;
  /** When the thread was resolved, as of the last look. */
  readonly resolvedAt: string;
  /** A person closed it as resolved, not a program: no record of GitHub's tells that later. */
  readonly isClosedByPerson?: true;
  /** When to look at it next: to ask, or to take the question out. Missing for never. */
  readonly dueAt?: string;
  /** When they were asked last; missing while they never were. */
  readonly askedAt?: string;
  /** Until when a reaction counts. */
  readonly closesAt?: string;
  readonly rated?: NonNullable<Survey["rated"]>;
}

/**
 * `waiting`: resolved a short while ago. `open`: asked, and reactions count. `withdrawn`: the thread went on before they
 * answered; once it is resolved, it comes back. `skipped`: not asked, for the sake of manners, unless it is resolved once
 * more. `done`: nothing more is to come by itself, whether they answered or not.
 */
export type SurveyStatus = "waiting" | "open" | "withdrawn" | "skipped" | "done";

/** The survey as others see it; undefined where nobody was asked, or the question was taken out before it was answered. */
export function toSurvey(survey: ThreadSurvey): Survey | undefined {
  const { number, title, url, of, askedAt, rated, status } = survey;
  const isAsked = askedAt !== undefined && (status === "open" || status === "done");
  const at = isAsked ? askedAt : rated?.at;
  if (at === undefined) return undefined;
  return { number, title, url, of, askedAt: at, ...(!isAsked && { isUnasked: true }), ...(rated && { rated }) };
}
