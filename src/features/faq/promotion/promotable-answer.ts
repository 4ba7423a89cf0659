import type { Comment, Thread } from "../../../core/discussion.ts";
import { withoutCommands } from "../../../text/without-commands.ts";
import { noPromote, type FaqConfig } from "../config.ts";
import { notPromotable } from "../messages/promote-faq.ts";
import { answerDigest } from "./answer-digest.ts";
import { noEntry, type EditedAnswer, type Promotion } from "./promotion.ts";
import type { Text } from "../../../core/language.ts";

/** Why an answer is not promoted, in words for the person who asked for it. */
export interface NotPromotable {
  readonly message: Text;
}

/** The answer that goes into the FAQ. */
export interface Promotable {
  /** Its body is what it tells people, without the lines that are said to us. */
  readonly answer: Comment;
  readonly digest: string;
}

export function isNotPromotable(it: NotPromotable | Promotable): it is NotPromotable {
  return "message" in it;
}

/**
 * The answer of a thread that may be promoted: the marked one, or the comment that somebody named by node id. A bot's
 * text is never an answer, and nobody who opted out is quoted.
 */
export function promotableAnswer(
  thread: Thread,
  named: string | undefined,
  config: Pick<FaqConfig, "opt-out">,
): Promotable | NotPromotable {
  if (thread.labels.some((it) => it.toLowerCase() === noPromote)) return { message: notPromotable.labelled(noPromote) };
  const found = named === undefined ? thread.answer : thread.comments.find(({ id }) => id === named);
  if (found === undefined) {
    const { isAnswerable } = thread.category;
    return { message: named === undefined ? notPromotable.unmarked(isAnswerable) : notPromotable.gone };
  }
  const answer = { ...found, body: withoutCommands(found.body) };
  return refuseComment(answer, config) ?? { answer, digest: answerDigest(answer.body) };
}

/** The value of `Promotion.wanted` for a thread: the digest of its answer, or `noEntry`. */
export function wantedOf(promotable: Promotable | NotPromotable): string {
  return isNotPromotable(promotable) ? noEntry : promotable.digest;
}

function refuseComment(answer: Comment, config: Pick<FaqConfig, "opt-out">): NotPromotable | undefined {
  const login = answer.author?.login.toLowerCase();
  if (answer.author?.isBot || answer.isOurs) return { message: notPromotable.byBot };
  if (answer.isMinimized) return { message: notPromotable.hidden };
  if (answer.body.trim() === "") return { message: notPromotable.empty };
  const optedOut = config["opt-out"].map((it) => it.replace(/^@/u, "").toLowerCase());
  return login !== undefined && optedOut.includes(login) ? { message: notPromotable.optedOut } : undefined;
}

/**
 * The last edit of an answer that no longer has the requested words. Undefined where it still has them, and where there
 * is no answer any more: removing an entry brings nobody's words into the repository.
 */
export function editedSince(
  { wanted }: Promotion,
  promotable: Promotable | NotPromotable | undefined,
): Omit<EditedAnswer, "isIn"> | undefined {
  if (promotable === undefined || isNotPromotable(promotable) || promotable.digest === wanted) return undefined;
  const { url, author, createdAt, edited } = promotable.answer;
  const by = edited === undefined ? author?.login : edited.by;
  return { url, at: (edited?.at ?? createdAt).toISOString(), ...(by !== undefined && { by }) };
}

/** Whether two describe the same edit. */
export function isSameEdit(one: EditedAnswer | undefined, other: EditedAnswer | undefined): boolean {
  return one?.url === other?.url && one?.at === other?.at && one?.by === other?.by && one?.isIn === other?.isIn;
}
