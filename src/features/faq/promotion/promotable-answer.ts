import type { Comment, Thread } from "../../../core/discussion.ts";
import { noEntry } from "./promotion.ts";
import { noPromote, type FaqConfig } from "../config.ts";
import { answerDigest } from "./answer-digest.ts";

/** Why an answer is not promoted: `unfit` for the record, `say` for the person who asked for it. */
export interface Unfit {
  readonly unfit: string;
  readonly say: string;
}

/** The answer that goes into the FAQ. */
export interface Promotable {
  readonly answer: Comment;
  readonly digest: string;
}

export function isUnfit(it: Unfit | Promotable): it is Unfit {
  return "unfit" in it;
}

/**
 * The answer of a thread that may be promoted: the marked one, or the comment that somebody named by node id. A bot's
 * text is never an answer (field rule 2), and who does not want to be quoted is not.
 */
export function promotableAnswer(
  thread: Thread,
  named: string | undefined,
  config: Pick<FaqConfig, "opt-out">,
): Promotable | Unfit {
  if (thread.labels.some((it) => it.toLowerCase() === noPromote)) {
    return {
      unfit: `the discussion has the label "${noPromote}"`,
      say: `This discussion has the label \`${noPromote}\`, so its answer stays out of the FAQ. Whoever may label discussions can take it off.`,
    };
  }
  const answer = named === undefined ? thread.answer : thread.comments.find(({ id }) => id === named);
  if (answer === undefined) return named === undefined ? unmarked(thread) : gone;
  return unfitComment(answer, config) ?? { answer, digest: answerDigest(answer.body) };
}

/** What a thread wants of the FAQ: the digest of its answer, or no entry. */
export function wantedOf(promotable: Promotable | Unfit): string {
  return isUnfit(promotable) ? noEntry : promotable.digest;
}

const gone: Unfit = {
  unfit: "the answer was deleted",
  say: "The comment that was named as the answer is not in this discussion any more. Name another by `answer:` and its address.",
};

function unmarked({ category }: Thread): Unfit {
  const how = category.isAnswerable
    ? "Whoever asked, or somebody with triage rights, can mark a comment as the answer; then comment `/promote-faq` again. Or name the comment"
    : "In this category none can be marked. Name the comment";
  return {
    unfit: "no answer is marked",
    say: `No comment is marked as the answer here. ${how}: \`/promote-faq answer: <address of the comment>\`.`,
  };
}

function unfitComment(answer: Comment, config: Pick<FaqConfig, "opt-out">): Unfit | undefined {
  const login = answer.author?.login.toLowerCase();
  if (answer.author?.isBot || answer.isOurs) {
    return {
      unfit: "the answer was written by a bot",
      say: "The answer was written by a bot, and only what people answered goes into the FAQ. Mark a person's comment as the answer, or name one by `answer:` and its address.",
    };
  }
  if (answer.isMinimized) {
    return {
      unfit: "the answer is hidden",
      say: "The answer is hidden as if it should not be read. Unhide it, or mark another comment as the answer.",
    };
  }
  if (answer.body.trim() === "") {
    return { unfit: "the answer is empty", say: "The answer is empty. Mark another comment as the answer." };
  }
  if (login !== undefined && config["opt-out"].some((it) => it.replace(/^@/u, "").toLowerCase() === login)) {
    return {
      unfit: "whoever answered does not want to be promoted",
      say: "Whoever answered does not want their answers in the FAQ (`faq.opt-out` in the config). Somebody can write the entry in words of their own.",
    };
  }
  return undefined;
}
