import type { Comment, Thread } from "../../../core/discussion.ts";
import { beginsWithCommand } from "../../../text/find-commands.ts";
import { findLinks } from "../../../text/find-links.ts";
import type { EventOf } from "../../feature.ts";
import { endsInQuestion, saysSolved, saysUnsolved } from "../../../reply-sense/says-solved.ts";

/** A comment that seems to have solved it, and by what. */
export interface Helpful {
  readonly comment: Comment;
  readonly because: "thanked" | "liked" | "linked";
  /** When that was said, liked or linked. */
  readonly at: Date;
}

/**
 * The comment that solved it as far as signs tell: what the asker links to or thanks for with their last word, what they
 * liked, or what an answer elsewhere links to. None where the asker asks on afterwards, and none of the asker's, of a
 * bot's, hidden ones, or those that ask something.
 */
export function findHelpful(thread: Thread, sign: SeenSign | undefined): Helpful | undefined {
  const asker = thread.author;
  if (!asker || asker.isBot || thread.answer || !thread.category.isAnswerable) return undefined;
  const candidates = thread.comments.filter(
    (it) =>
      !it.isOurs &&
      !it.author?.isBot &&
      it.author?.login !== asker.login &&
      !it.isMinimized &&
      it.body.trim() !== "" &&
      !beginsWithCommand(it.body) &&
      !endsInQuestion(it.body),
  );
  const last = thread.comments.findLast(
    (it) => it.author?.login === asker.login && !it.isMinimized && !beginsWithCommand(it.body),
  );
  const said = last && saidHelpful(last, thread, candidates);
  if (said) return said;
  const seen = sign && candidates.find(({ id, url }) => id === sign.answer || commentPlace(url) === sign.answer);
  if (!seen || (last && isLater(last, seen) && saysUnsolved(last.body))) return undefined;
  return { comment: seen, because: sign.because, at: new Date(sign.at) };
}

/** What was seen outside of the thread's own words. */
export type SeenSign = Pick<EventOf<"helpful-seen">, "answer" | "because" | "at">;

/** A sign counts for nothing where the asker went on asking behind the comment. */
function isLater(one: Comment, other: Comment): boolean {
  return one.createdAt.getTime() > other.createdAt.getTime();
}

/** The place of a comment in an address; undefined where an address names none. */
export function commentPlace(address: string): string | undefined {
  return /#discussioncomment-\d{1,20}$/u.exec(address)?.[0];
}

/** The places of comments that a text links to. */
export function commentPlaces(markdown: string): readonly string[] {
  return markdown.includes("#discussioncomment-") ? findLinks(markdown).flatMap((it) => commentPlace(it) ?? []) : [];
}

function saidHelpful(word: Comment, thread: Thread, candidates: readonly Comment[]): Helpful | undefined {
  const at = word.createdAt;
  const earlier = candidates.filter((it) => it.createdAt.getTime() <= at.getTime() && isBefore(it, word, thread));
  const places = commentPlaces(word.body);
  const pointedAt = earlier.findLast(({ url }) => places.some((place) => url.endsWith(place)));
  if (pointedAt && !saysUnsolved(word.body)) return { comment: pointedAt, because: "linked", at };
  if (!saysSolved(word.body)) return undefined;
  const comment = meantBy(word, earlier);
  return comment && { comment, because: "thanked", at };
}

/** Whom the thanks name, else the last one in the same replies, else the last one of all. */
function meantBy(word: Comment, earlier: readonly Comment[]): Comment | undefined {
  const mentioned = earlier.findLast(({ author }) => author && mentions(word.body, author.login));
  if (mentioned) return mentioned;
  const { replyTo } = word;
  const beside = earlier.findLast(({ id, replyTo: to }) => replyTo !== undefined && (id === replyTo || to === replyTo));
  return beside ?? earlier.at(-1);
}

function mentions(text: string, login: string): boolean {
  const at = text.toLowerCase().indexOf(`@${login.toLowerCase()}`);
  return at !== -1 && !/[\w-]/u.test(text.charAt(at + login.length + 1));
}

/** By their order where GitHub's whole seconds are the same. */
function isBefore(one: Comment, other: Comment, { comments }: Thread): boolean {
  return comments.indexOf(one) < comments.indexOf(other);
}
