import type { Locale } from "../../../core/language.ts";
import { UserError } from "../../../core/errors.ts";
import type { Thread } from "../../../core/discussion.ts";
import { readSections } from "../../../text/marker.ts";
import { command, type CommandContextIn } from "../../command.ts";
import type { SurveyAction, SurveyPlan } from "../actions/survey-actions.ts";
import { isRatable } from "../asking/find-end.ts";
import { findOurs } from "../asking/why-not-ask.ts";
import { gatherEnd } from "../events/gather-thread.ts";
import { notRated } from "../messages/refusals.ts";
import { surveyThanks } from "../messages/survey-section.ts";
import type { ReadsWithSurveys } from "../reads.ts";
import type { ThreadSurvey } from "../thread-survey.ts";
import { readRating, type ReadRating } from "./read-rating.ts";
import { say } from "../messages/words.ts";

type Context = CommandContextIn<"discussion">;

/** What a rating follows from. */
export interface RateFacts {
  readonly survey: ThreadSurvey | undefined;
  readonly isRatable: boolean;
  /** Numbers of all threads of theirs in which a question stands, or is about to. */
  readonly surveyed: readonly number[];
}

export const rate = command({
  name: "rate",
  usage: "/rate <1 to 5> [words], /rate stop",
  summary: say("command.rate"),
  examples: ["/rate 5", "/rate 2 the docs page was out of date", "/rate stop", "/rate start"],
  who: ["asker"],
  where: ["discussion"],
  appliesTo: async (_location, { survey }) => survey.mode === "on",

  async gather({ repository, thread: { number }, actor, now }, reads: ReadsWithSurveys): Promise<RateFacts> {
    const [survey, surveyed, end] = await Promise.all([
      reads.surveys.findThreadSurvey(repository, number),
      reads.surveys.surveysOf(repository, actor.login),
      // Whoever rates by themselves does not mind who closed it.
      gatherEnd(repository, number, reads, { isClosedByPerson: true }),
    ]);
    return { survey, surveyed, isRatable: isRatable(end, now) };
  },

  decide: decideRate,
});

/** Notes a rating: the latest one, words and all, in the place of what was said before, by whatever means. */
export function decideRate(context: Context, facts: RateFacts): SurveyPlan {
  const said = readRating(context.line.rest);
  if (said.is === "empty") throw new UserError(notRated.empty);
  if (said.is === "unreadable") throw new UserError(notRated.noRating);
  if (said.is !== "rating") return silence(context, facts, said.is === "stop");
  if (context.roles.some((it) => it !== "asker")) throw new UserError(notRated.ofTeam);
  if (!facts.isRatable) throw new UserError(notRated.unresolved);
  return takeRating(context, facts, said);
}

function takeRating(
  { repository, thread, actor, now, locale }: Context,
  { survey }: RateFacts,
  { rating, words }: Extract<ReadRating, { readonly is: "rating" }>,
): SurveyPlan {
  const { number, title, url } = thread;
  const at = now.toISOString();
  const { dueAt: _, ...known } = survey ?? { resolvedAt: at, dueAt: undefined };
  const rated: ThreadSurvey = {
    ...known,
    number,
    title,
    url,
    of: actor.login,
    status: "done",
    rated: { rating, at, via: "command" },
  };
  return {
    actions: [
      { do: "keep-survey", repository, survey: withoutUnanswered(rated, survey) },
      { do: "keep-survey-words", repository, number, ...(words !== undefined && { words }) },
      ...thank(repository, thread, locale),
    ],
    because: "the asker said how content they are",
  };
}

/** A question that was taken out before this was not what they answered. */
function withoutUnanswered(rated: ThreadSurvey, before: ThreadSurvey | undefined): ThreadSurvey {
  if (before?.status === "open" || before?.status === "done") return rated;
  const { askedAt: _, ...unasked } = rated;
  return unasked;
}

/** Where the question stands, thanks take its place; elsewhere 🚀 is enough. */
function thank(repository: Context["repository"], thread: Thread, locale: Locale): readonly SurveyAction[] {
  const ours = findOurs(thread);
  if (thread.locked || !ours || !readSections(ours.body).has("survey")) return [];
  const { id: discussion, number } = thread;
  return [{ do: "say", repository, discussion, number, section: "survey", body: surveyThanks(undefined)(locale) }];
}

/** Questions that stand are taken out by looking at their threads again. */
function silence({ repository, actor }: Context, { surveyed }: RateFacts, isSilenced: boolean): SurveyPlan {
  const again = surveyed.map((number): SurveyAction => ({
    do: "follow-up",
    key: `survey-thread:${number}`,
    event: { kind: "survey-thread", repository, number },
  }));
  return {
    actions: [{ do: "silence-surveys", repository, person: actor.login, isSilenced }, ...(isSilenced ? again : [])],
    because: isSilenced ? "a person wants to be asked no more" : "a person may be asked again",
  };
}
