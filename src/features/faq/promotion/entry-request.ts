import type { Thread } from "../../../core/discussion.ts";
import type { Answered, EntryChange } from "../../../core/faq-editor.ts";
import { cleanTitle } from "../../../faq-file/question-title.ts";
import type { Promotable } from "./promotable-answer.ts";
import { noEntry, type Promotion } from "./promotion.ts";

/** A change of the FAQ that is requested for one thread. The question is the one known so far. */
export interface EntryRequest {
  readonly promotion: Omit<Promotion, "redacted" | "change" | "state">;
  readonly change: EntryChange;
  /** Who is credited in the commit: `Name <address>`. */
  readonly coAuthor?: string;
}

/** The fields of a promotion that do not depend on its state or its answer. */
export type RequestSubject = Pick<Promotion, "file" | "branch" | "by"> &
  Partial<Pick<Promotion, "command" | "comment" | "question" | "section" | "update">>;

/** The request to put a thread's answer into the FAQ as it is now. `chosen`: a question in somebody's own words. */
export function putRequest(
  thread: Thread,
  { answer, digest }: Promotable,
  subject: RequestSubject,
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
): EntryRequest {
  const answerer = answer.author?.login;
  const { number, url, title } = thread;
  const { section, update } = subject;
  const put: Answered = {
    title,
    answer: answer.body,
    source: { number, url, answer: answer.id, answerer, verified: now.toISOString().slice(0, 10) },
    ...(chosen !== undefined && { question: chosen }),
  };
  const coAuthor = answerer === undefined ? undefined : publicAuthor(answerer, account, url);
  return {
    promotion: {
      ...subject,
      number,
      url,
      question: subject.question ?? chosen ?? cleanTitle(title),
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

/** The request to remove the entry of a thread. */
export function removeRequest(promotion: Promotion): EntryRequest {
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
