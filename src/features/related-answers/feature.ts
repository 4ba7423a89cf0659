import type { Comment, Thread } from "../../core/discussion.ts";
import type { Hit } from "../../core/knowledge.ts";
import { nothing, type Plan } from "../../core/plan.ts";
import type { Reads } from "../../core/ports.ts";
import { relatedAnswers as message, withdrawnAnswers } from "../../messages/related-answers.ts";
import { readSections } from "../../text/marker.ts";
import { feature } from "../feature.ts";
import { chooseHits } from "./choose-hits.ts";
import type { RelatedAnswersConfig } from "./config.ts";

interface Facts {
  /** Undefined when the thread is gone by now. */
  readonly thread: Thread | undefined;
  readonly hits: readonly Hit[];
  /** Whether we commented here before, be the comment still there or not. */
  readonly hasSpoken: boolean;
}

/** How many hits are looked at before the best few are chosen. */
const looked = 10;

/** Posts what already answers a new question, when it is good enough; edits it when the question is edited. */
export const relatedAnswers = feature({
  name: "related-answers",
  summary: "Answers a new discussion with the docs sections and answered threads that fit, or says nothing.",
  on: ["discussion-opened", "discussion-edited"],
  slice: "related-answers",

  async gather(
    { repository, number },
    { config, reads }: { config: RelatedAnswersConfig; reads: Reads },
  ): Promise<Facts> {
    if (config.mode === "off") return { thread: undefined, hits: [], hasSpoken: false };
    const thread = await reads.github.findThread(repository, number);
    if (!thread || whyNotWatched(thread, config)) return { thread, hits: [], hasSpoken: false };
    const question = { title: thread.title, body: thread.body, thread: number };
    const [hits, comment] = await Promise.all([
      reads.finder.find(repository, question, looked),
      reads.records.findOurComment(repository, number),
    ]);
    return { thread, hits, hasSpoken: comment !== undefined };
  },

  decide({ repository, number }, { thread, hits, hasSpoken }, { config }): Plan {
    if (config.mode === "off") return nothing("related-answers.mode is off");
    if (!thread) return nothing("the discussion is gone");
    const unwatched = whyNotWatched(thread, config);
    if (unwatched) return nothing(unwatched);

    const ours = thread.comments.find(isSuggestion);
    if (!ours && hasSpoken) return nothing("our comment was deleted, and stays so");
    const silent = ours ? whyNotEdit(ours) : whyNotSpeak(thread);
    if (silent) return nothing(silent);

    const { chosen, because } = chooseHits(hits, config);
    const where = { repository, discussion: thread.id, number } as const;
    if (chosen.length === 0) {
      if (!ours) return nothing(because);
      return { actions: [{ do: "say", ...where, section: "related-answers", body: withdrawnAnswers() }], because };
    }
    return {
      actions: [
        { do: "say", ...where, section: "related-answers", body: message(chosen) },
        {
          do: "record-suggestion",
          repository,
          number,
          items: chosen.map(({ item, confidence }) => ({ id: item.id, confidence })),
        },
      ],
      because,
    };
  },
});

/** Our comment in a thread is a top-level one: what we answer to commands are replies. */
export function isSuggestion({ isOurs, replyTo, body }: Comment): boolean {
  return isOurs && replyTo === undefined && readSections(body).has("related-answers");
}

function whyNotWatched({ category }: Thread, { categories }: RelatedAnswersConfig): string | undefined {
  const watched = categories ? categories.includes(category.slug) : category.isAnswerable;
  return watched ? undefined : `the category ${category.slug} is not watched`;
}

/** A first comment is for questions that still wait. */
function whyNotSpeak(thread: Thread): string | undefined {
  if (thread.author?.isBot) return "a bot opened the discussion";
  if (thread.closed) return `the discussion is closed as ${thread.closed}`;
  if (thread.locked) return "the discussion is locked";
  if (thread.answer) return "the discussion has an answer";
  const asker = thread.author?.login;
  const helped = thread.comments.some(({ author }) => author && !author.isBot && author.login !== asker);
  return helped ? "somebody has already replied" : undefined;
}

function whyNotEdit(ours: Comment): string | undefined {
  return ours.isMinimized ? "our comment was folded away" : undefined;
}
