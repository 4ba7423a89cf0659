import type { CloseReason } from "../core/discussion.ts";
import { senseOf, type Sense } from "../reply-sense/sense-of.ts";
import type { ExportedReply, ExportedThread } from "./exported-thread.ts";

/** Somebody, by login; the login is missing where the account is gone. */
export interface ReadPerson {
  readonly by?: string;
  readonly isBot: boolean;
}

/** A comment or reply of an export. Times are milliseconds. */
export interface ReadComment extends ReadPerson {
  readonly id: string;
  readonly at: number;
  readonly sense: Sense;
}

/** A discussion of an export, as small as can be: 100,000 are held at one time. Times are milliseconds. */
export interface ReadThread {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly url: string;
  readonly openedAt: number;
  readonly updatedAt: number;
  readonly asker: ReadPerson;
  /** Slug. */
  readonly category: string;
  readonly isAnswerable: boolean;
  readonly labels: readonly string[];
  readonly locked: boolean;
  readonly closed?: { readonly reason: CloseReason; readonly at: number };
  readonly answer?: { readonly comment: string; readonly at: number } & ReadPerson;
  readonly comments: readonly ReadComment[];
}

/** Why a comment that is hidden was no word in the conversation, as GitHub's readings are taken, too. */
const noWord: ReadonlySet<string> = new Set(["spam", "abuse", "off-topic"]);

/** What of an exported discussion counts. */
export function toRead(from: ExportedThread): { readonly thread: ReadThread; readonly isPartial: boolean } {
  const nodes = (from.comments?.nodes ?? []).flatMap((it) => [it, ...(it.replies?.nodes ?? [])]);
  const comments = nodes.filter(isWord).map((it, index) => toComment(it, `${from.number}.${index}`));
  const openedAt = Date.parse(from.createdAt);
  const times = [from.createdAt, from.closedAt, from.answerChosenAt].flatMap((it) => it ?? []);
  const happened = Math.max(...times.map((it) => Date.parse(it)));
  const latest = comments.reduce((last, { at }) => Math.max(last, at), happened);
  const updatedAt = from.updatedAt === undefined ? latest : Date.parse(from.updatedAt);
  const closed = closedOf(from, updatedAt);
  const answer = answerOf(from, comments, updatedAt);
  const thread: ReadThread = {
    id: from.id ?? String(from.number),
    number: from.number,
    title: from.title,
    url: from.url,
    openedAt,
    updatedAt,
    asker: toPerson(from),
    category: from.category?.slug ?? "",
    isAnswerable: from.category?.isAnswerable ?? true,
    labels: (from.labels?.nodes ?? []).map(({ name }) => name),
    locked: from.locked ?? false,
    ...(closed && { closed }),
    ...(answer && { answer }),
    comments: comments.sort((a, b) => a.at - b.at),
  };
  return { thread, isPartial: isPartial(from) };
}

function isWord({ deletedAt, isMinimized, minimizedReason = "" }: ExportedReply): boolean {
  const isHidden = isMinimized === true && noWord.has(minimizedReason.toLowerCase().replace("_", "-"));
  return deletedAt === undefined && !isHidden;
}

function toComment({ id, createdAt, body, sense, ...rest }: ExportedReply, place: string): ReadComment {
  const said = sense ?? (body === undefined ? "words" : senseOf(body));
  return { id: id ?? place, at: Date.parse(createdAt), ...toPerson(rest), sense: said };
}

/** REST and webhooks write an app's login with `[bot]` behind it, GraphQL without. */
function toPerson({ author }: Pick<ExportedReply, "author">): ReadPerson {
  if (!author) return { isBot: false };
  const { login, __typename: kind } = author;
  return { by: login, isBot: kind === "Bot" || login.endsWith("[bot]") };
}

function closedOf({ closed, closedAt, stateReason }: ExportedThread, updatedAt: number): ReadThread["closed"] {
  if (!(closed ?? closedAt !== undefined)) return undefined;
  const reasons: Readonly<Record<string, CloseReason>> = { DUPLICATE: "duplicate", OUTDATED: "outdated" };
  return {
    reason: reasons[stateReason ?? ""] ?? "resolved",
    at: closedAt === undefined ? updatedAt : Date.parse(closedAt),
  };
}

/** Who wrote it, the answer itself may say, or the comment that it is. */
function answerOf(
  { answer, answerChosenAt }: ExportedThread,
  comments: readonly ReadComment[],
  updatedAt: number,
): ReadThread["answer"] {
  if (!answer) return undefined;
  const comment = comments.find(({ id }) => id === answer.id);
  const person = answer.author || !comment ? toPerson(answer) : { isBot: comment.isBot, ...nameOf(comment) };
  const at = answerChosenAt === undefined ? updatedAt : Date.parse(answerChosenAt);
  return { comment: answer.id, at, ...person };
}

function nameOf({ by }: ReadPerson): Pick<ReadPerson, "by"> {
  return by === undefined ? {} : { by };
}

/** Whether there are comments or replies that the file does not hold. */
function isPartial({ comments }: ExportedThread): boolean {
  const pages = [comments, ...(comments?.nodes ?? []).map(({ replies }) => replies)];
  return pages.some((it) => it?.pageInfo?.hasNextPage === true || (it?.totalCount ?? 0) > (it?.nodes.length ?? 0));
}
