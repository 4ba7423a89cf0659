import PostalMime, { type Email } from "postal-mime";
import type { ForumPost, ForumThread } from "./forum-set.ts";
import type { GitTree } from "./git-tree.ts";
import { htmlToMarkdown } from "./html-to-markdown.ts";

/** A message of a list, and which thread it belongs to. */
interface Message {
  readonly id: string;
  readonly subject: string;
  /** Ids of messages it answers, nearest first. */
  readonly answers: readonly string[];
  /** By which a HyperKitty archive calls it; empty where its list server wrote none. */
  readonly hash: string;
  readonly post: ForumPost;
}

/** A thread of a list with the hashes of its messages. */
export interface MailThread extends ForumThread {
  readonly hashes: readonly string[];
}

/**
 * The threads of a mailing list out of a public-inbox archive, which has one message a commit at the path `m`. A message
 * belongs to what it answers, or to the thread of the same subject; an answer to neither is left out.
 */
export async function readMailThreads(archive: GitTree): Promise<readonly MailThread[]> {
  const threads: { readonly id: string; readonly messages: Message[] }[] = [];
  const byMessage = new Map<string, (typeof threads)[number]>();
  const bySubject = new Map<string, (typeof threads)[number]>();
  for await (const { commit, bytes } of archive.history("m")) {
    const message = readMessage(await PostalMime.parse(new Uint8Array(bytes)));
    if (message === undefined || byMessage.has(message.id)) continue;
    const subject = bareSubject(message.subject);
    const isAnswer = message.answers.length > 0 || /\bre: /iu.test(message.subject);
    const found =
      message.answers.map((id) => byMessage.get(id)).find((it) => it !== undefined) ??
      (isAnswer ? bySubject.get(subject) : undefined);
    if (found === undefined && isAnswer) continue;
    const thread = found ?? { id: commit.slice(0, 12), messages: [] };
    if (found === undefined) threads.push(thread);
    thread.messages.push(message);
    byMessage.set(message.id, thread);
    bySubject.set(subject, thread);
  }
  return threads.map(({ id, messages }) => ({
    id,
    title: bareSubject(messages[0]?.subject ?? ""),
    posts: messages.map(({ post }) => post).sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date))),
    isQuestion: true,
    hashes: messages.flatMap(({ hash }) => (hash === "" ? [] : [hash])),
  }));
}

/** Undefined for what has no date or no id, which no mail reader sends. */
function readMessage(email: Email): Message | undefined {
  const { messageId, date, subject = "", inReplyTo = "", references = "" } = email;
  if (messageId === undefined || date === undefined || Number.isNaN(Date.parse(date))) return undefined;
  const text = ownWords(email.text ?? htmlToMarkdown(email.html ?? ""));
  const answers = [bareId(inReplyTo), ...references.split(/\s+/u).map(bareId).toReversed()].filter((id) => id !== "");
  return {
    id: bareId(messageId),
    subject,
    answers,
    hash: email.headers.find(({ key }) => key === "message-id-hash")?.value ?? "",
    post: { author: authorOf(email), date: new Date(date).toISOString(), text, links: addressesIn(text) },
  };
}

/** Lists that rewrite the sender keep its name: `Ada via some-list <some-list@example.org>`. */
function authorOf({ from }: Email): string {
  const name = (from?.name ?? "").replace(/ via .*$/u, "").trim();
  return (name === "" ? (from?.address ?? "") : name).toLowerCase();
}

function bareId(id: string): string {
  return id.trim().replaceAll(/^<|>$/gu, "");
}

/** Without `Re:` and the name of the list in brackets. */
function bareSubject(subject: string): string {
  let bare = subject;
  for (let before = ""; before !== bare;) {
    before = bare;
    bare = bare.replace(/^\s*(?:\[[^\]]*\]|(?:re|aw|fwd?|ext) ?:)\s*/iu, "");
  }
  return bare.replaceAll(/\s+/gu, " ").trim();
}

/** Without what is quoted and what the list adds. */
function ownWords(text: string): string {
  return text
    .replaceAll("\r", "")
    .replace(/\n_{20,}\n[^\n]*mailing list[\s\S]*$/u, "")
    .replace(/\n-+ ?Original Message ?-+\n[\s\S]*$/iu, "")
    .replace(/\n\s*\**From:\**[^\n]*\n(?:\s*\**(?:Sent|Date|To|Cc|Subject):[\s\S]*)$/u, "")
    .replaceAll(/^On [^\n]*(?:\n[^\n>]*){0,2}wrote:\s*$/gmu, "")
    .replaceAll(/^>.*$/gmu, "")
    .replaceAll(/\n{3,}/gu, "\n\n")
    .trim();
}

/** Addresses in plain text, without what ends a sentence. */
export function addressesIn(text: string): readonly string[] {
  return [...text.matchAll(/https?:\/\/[^\s<>"')[\]]+/gu)].map(([address]) => address.replace(/[.,;:!?*]+$/u, ""));
}
