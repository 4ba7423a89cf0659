import { isFresh } from "../../config/shared.ts";
import { isSuggestion } from "../../text/is-suggestion.ts";
import type { Thread } from "../../core/discussion.ts";
import { nothing } from "../../core/plan.ts";
import { suggestionActions, type SuggestionPlan } from "./actions.ts";
import type { Reads } from "../../core/reads.ts";
import type { Suggestion } from "../../core/suggestion.ts";
import { firstAnswer, withdrawnAnswers } from "./messages/first-answer.ts";
import { localeOf } from "../../words/locale-of.ts";
import { feature } from "../feature.ts";
import type { RelatedAnswersConfig } from "./config.ts";
import { mustBeRead } from "./must-be-read.ts";
import { chooseAnswers, findAnswers, type AnswerReads, type FoundAnswers } from "./find-answers.ts";
import { toSuggestion } from "./to-suggestion.ts";
import { whyNotLive, whyNotShadow, whyNotWatched } from "./why-silent.ts";

interface Facts extends FoundAnswers {
  /** Undefined when the thread is gone by now. */
  readonly thread: Thread | undefined;
  /** Whether we commented here before, and somebody has deleted it. */
  readonly hasCommented: boolean;
  /** What the record says of this thread. */
  readonly earlier: Suggestion | undefined;
}

/** What it reads: beside what everybody may, the ids of items that are stale FAQ entries. */
interface ReadsWithStale extends Reads, AnswerReads {}

const unknown = { hits: [], hasCommented: false, earlier: undefined, fitted: undefined, feedback: [] };

/** Posts what already answers a new question, when it is good enough; edits it when the question is edited. */
export const relatedAnswers = feature({
  name: "related-answers",
  summary: "Answers a new discussion with docs, FAQ entries, answered threads and issues that fit, or says nothing.",
  on: ["discussion-opened", "discussion-edited"],
  slice: "related-answers",
  actions: suggestionActions,

  async gather(
    { repository, number },
    { config, reads, now }: { config: RelatedAnswersConfig; reads: ReadsWithStale; now: Date },
  ): Promise<Facts> {
    if (config.mode === "off") return { thread: undefined, ...unknown };
    const thread = await reads.github.findThread(repository, number);
    if (!thread || whyNotWatched(thread, config)) return { thread, ...unknown };
    await mustBeRead(thread, repository, { records: reads.records, now });
    const { title, body, category, labels } = thread;
    const question = { title, body, thread: number, category: category.name, labels };
    const { records } = reads;
    const [found, comment, earlier] = await Promise.all([
      findAnswers(repository, question, { config, reads, now }),
      records.findOurComment(repository, number),
      records.findSuggestion(repository, number),
    ]);
    // A comment in which other features alone have spoken is there to be written in.
    const hasCommented = comment !== undefined && !thread.comments.some(({ id }) => id === comment);
    return { thread, ...found, hasCommented, earlier };
  },

  decide(event, facts, { config, shared, now }): SuggestionPlan {
    const { repository, number } = event;
    const { thread, hits } = facts;
    if (config.mode === "off") return nothing("related-answers.mode is off");
    if (!thread) return nothing("the discussion is gone");
    const unwatched = whyNotWatched(thread, config);
    if (unwatched) return nothing(unwatched);

    const ours = thread.comments.find(isSuggestion);
    const isOld = !isFresh(event.kind === "discussion-opened" ? thread.createdAt : thread.updatedAt, shared, now);
    const history = { ...facts, isOld };
    const silent = config.mode === "live" ? whyNotLive(history, thread, ours) : whyNotShadow(history, thread);
    if (silent) return nothing(silent);

    const { threshold, choice } = chooseAnswers(facts, config);
    const suggestion = toSuggestion(config.mode, thread, choice, hits, threshold);
    const record = { do: "record-suggestion", repository, number, suggestion } as const;
    const { chosen, because } = choice;
    if (config.mode === "shadow") return { actions: [record], because: `nothing is posted in shadow mode; ${because}` };
    // Silence is recorded, too: how often it was, and what came nearest, is measured.
    if (chosen.length === 0 && !ours) return { actions: [record], because };
    const body = (chosen.length === 0 ? withdrawnAnswers : firstAnswer(chosen))(localeOf(shared, thread));
    return {
      actions: [{ do: "say", repository, discussion: thread.id, number, section: "related-answers", body }, record],
      because,
    };
  },
});
