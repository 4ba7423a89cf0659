import { beginsWithCommand } from "../../../text/find-commands.ts";
import type { Comment, Thread } from "../../../core/discussion.ts";
import { requestQuestions, type RequestAnswers, type RequestQuestion } from "../feature-request.ts";
import { isBlank } from "./is-blank.ts";
import { readAnswers } from "./read-answers.ts";

/**
 * The answers to the three questions, from the request and from what its asker replied, as both are now. `ours` is
 * the id of our comment: when one question is left, what the asker replies to it is the answer, headed or not.
 */
export function answersInThread({ body, author, comments }: Thread, ours: string | undefined): RequestAnswers {
  let answers = readAnswers(body);
  const replies = comments.filter((it) => author !== undefined && it.author?.login === author.login && !it.isMinimized);
  for (const reply of replies) {
    const given = readAnswers(reply.body);
    const [left, ...others] = missingAnswers(answers);
    answers = { ...given, ...answers };
    if (left === undefined || others.length > 0 || Object.keys(given).length > 0) continue;
    if (isReplyTo(reply, ours) && !isBlank(reply.body) && !beginsWithCommand(reply.body)) {
      answers = { ...answers, [left]: reply.body.trim().slice(0, 2_000).toWellFormed() };
    }
  }
  return answers;
}

/** The questions that are not answered, in the order they are asked. */
export function missingAnswers(answers: RequestAnswers): RequestQuestion[] {
  return requestQuestions.filter((it) => answers[it] === undefined);
}

function isReplyTo({ replyTo }: Comment, ours: string | undefined): boolean {
  return ours !== undefined && replyTo === ours;
}
