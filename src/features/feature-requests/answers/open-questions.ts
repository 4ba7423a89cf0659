import type { Comment, Thread } from "../../../core/discussion.ts";
import { endsInQuestion } from "../../../reply-sense/says-solved.ts";
import { senseOf } from "../../../reply-sense/sense-of.ts";

/** An agenda names a few; who wants more reads the thread. */
const maxQuestions = 3;

/** A question that somebody asked in a thread. */
export interface OpenQuestion {
  /** Its paragraph, as it was written. */
  readonly text: string;
  readonly url: string;
  readonly by: string;
}

/**
 * Comments that end in a question, and behind which nobody else has written: what is sure to be unanswered. The newest
 * ones. Bots ask nothing.
 */
export function openQuestions({ comments }: Thread): readonly OpenQuestion[] {
  const said = comments.filter((it) => isPersons(it) && !it.isMinimized && isSaid(it.body));
  const last = said.at(-1)?.author?.login;
  const from = said.findLastIndex(({ author }) => author?.login !== last) + 1;
  return said.slice(from).flatMap(toQuestion).slice(-maxQuestions);
}

function toQuestion({ body, url, author }: Comment): OpenQuestion[] {
  if (!author || !endsInQuestion(body)) return [];
  const text =
    body
      .trim()
      .split(/\n[ \t\r]*\n/u)
      .at(-1) ?? "";
  return [{ text, url, by: author.login }];
}

/** Commands are said to us, and answer nobody. */
function isSaid(body: string): boolean {
  return body.trim() !== "" && senseOf(body) !== "commands";
}

function isPersons({ isOurs, author }: Comment): boolean {
  return !isOurs && author?.isBot !== true;
}
