import type { Thread } from "../../../core/discussion.ts";
import { noEntry, type Promotion } from "./promotion.ts";
import type { Answered } from "../../../core/faq-editor.ts";
import { cleanTitle } from "../../../faq-file/question-title.ts";
import type { Promotable } from "./promotable-answer.ts";
import type { Wish } from "./propose-change.ts";

/** What a promotion is about, whoever asked for it and whatever became of it. */
export type About = Pick<Promotion, "file" | "branch" | "by"> &
  Partial<Pick<Promotion, "command" | "comment" | "question" | "section" | "update">>;

/** The wish that a thread's answer be in the FAQ as it is now. `chosen`: a question in somebody's own words. */
export function putWish(
  thread: Thread,
  { answer, digest }: Promotable,
  about: About,
  {
    chosen,
    now,
    account,
  }: {
    readonly chosen?: string | undefined;
    readonly now: Date;
    /** Number of the answerer's account. */
    readonly account: number | undefined;
  },
): Wish {
  const answerer = answer.author?.login;
  const { number, url, title } = thread;
  const { section, update } = about;
  const put: Answered = {
    title,
    answer: answer.body,
    source: { number, url, answer: answer.id, answerer, verified: now.toISOString().slice(0, 10) },
    ...(chosen !== undefined && { question: chosen }),
  };
  const coAuthor = answerer === undefined ? undefined : publicAuthor(answerer, account, url);
  return {
    promotion: {
      ...about,
      number,
      url,
      question: about.question ?? chosen ?? cleanTitle(title),
      wanted: digest,
      ...(answerer !== undefined && { answerer }),
    },
    change: {
      put,
      ...(section !== undefined && { section }),
      ...(update !== undefined && { instead: { anchor: update } }),
    },
    ...(coAuthor !== undefined && { coAuthor }),
  };
}

/** The wish that there be no entry from a thread any more. */
export function removeWish(promotion: Promotion): Wish {
  return { promotion: { ...promotion, wanted: noEntry }, change: { remove: { thread: promotion.number } } };
}

/**
 * Who is credited in a commit, by the address that GitHub gives everybody and that hides the real one:
 * https://docs.github.com/en/account-and-profile/reference/email-addresses-reference#your-noreply-email-address
 */
function publicAuthor(login: string, account: number | undefined, thread: string): string | undefined {
  if (account === undefined || !/^[a-z\d](?:[a-z\d]|-(?=[a-z\d])|_(?=[a-z\d]))*$/iu.test(login)) return undefined;
  const host = URL.canParse(thread) ? new URL(thread).hostname : "github.com";
  const home = /^(?:localhost|[\d.]+|\[.*\])$/u.test(host) ? "github.com" : host;
  return `${login} <${account}+${login}@users.noreply.${home}>`;
}
