import type { Answerable, ExtractedSet, SetDocument, SetLabel, SetQuery } from "./evaluation-set.ts";

/** A post of a forum, or a message of a mailing list. */
export interface ForumPost {
  readonly author: string;
  /** ISO 8601. */
  readonly date: string;
  /** Markdown. */
  readonly text: string;
  /** Addresses that it links to, whole. */
  readonly links: readonly string[];
  readonly isAccepted?: boolean;
}

/** A thread, oldest post first. */
export interface ForumThread {
  /** Unique; `thread:<id>` is its document. */
  readonly id: string;
  readonly title: string;
  readonly url?: string;
  readonly posts: readonly ForumPost[];
  /** Whether it asks for help; announcements and show-cases do not. */
  readonly isQuestion: boolean;
}

export interface Forum {
  readonly threads: readonly ForumThread[];
  readonly docs: readonly SetDocument[];
  /** The id of the document under an address, if it is one of the docs or a thread; whether it is there is not asked. */
  readonly documentAt: (address: string) => string | undefined;
  /** ISO 8601: threads before it are the corpus and train, threads from it on are the questions of the test split. */
  readonly cut: string;
  /** Pages that are taken out of the docs, by their ids, so that questions answered there have no answer in the docs. */
  readonly withoutPages?: ReadonlySet<string>;
}

/** Replies in which a link counts as an answer: what comes later has often left the question. */
const firstReplies = 5;
/** Replies by others that are kept as the answer where none was accepted. */
const keptReplies = 3;

/**
 * A set out of a forum beside its docs. Relevant is what others than the asker linked in their first five replies:
 * a section with its anchor or an earlier thread with grade 2, a page with grade 1 on its first section. Documents are
 * the sections and the answered threads from before the cut, which carry what their own answers link to.
 */
export function forumSet(forum: Forum): ExtractedSet {
  const { threads, docs, cut, withoutPages = new Set() } = forum;
  const sections = docs.filter(({ id }) => !withoutPages.has(pageOf(id)));
  const earlier = threads.filter((thread) => dateOf(thread) < cut && replies(thread).length > 0);
  const known = new Set([...sections, ...earlier.map(({ id }) => ({ id: `thread:${id}` }))].map(({ id }) => id));
  const documents = [...sections, ...earlier.map((thread) => threadDocument(thread, targets(thread, forum, known)))];
  const asked = threads
    .filter(({ isQuestion }) => isQuestion)
    .map((thread) => ask(thread, forum, known))
    .filter(({ answerable }) => answerable.length > 0);
  return {
    documents,
    queries: asked.map(({ query }) => query),
    labels: asked.flatMap(({ labels }) => labels),
    answerable: asked.flatMap(({ answerable }) => answerable),
  };
}

interface Asked {
  readonly query: SetQuery;
  readonly labels: readonly SetLabel[];
  readonly answerable: readonly Answerable[];
}

/** A thread as a question. Of what was asked before the cut only answers in the docs count: later threads were not there. */
function ask(thread: ForumThread, forum: Forum, known: ReadonlySet<string>): Asked {
  const id = `q:${thread.id}`;
  const date = dateOf(thread);
  const split = date < forum.cut ? "train" : "test";
  const found = targets(thread, forum, known).filter((it) => split === "test" || it.document.startsWith("docs:"));
  const linksToRemoved = linked(thread, forum).some((it) => forum.withoutPages?.has(pageOf(it)));
  const kinds = new Set(found.map(({ document }) => (document.startsWith("docs:") ? "docs" : "thread")));
  const answerable: Answerable[] = [...kinds].map((kind) => ({ query: id, kind, isAnswerable: true }));
  if (!kinds.has("docs") && linksToRemoved) answerable.push({ query: id, kind: "docs", isAnswerable: false });
  const body = withoutAddresses(thread.posts[0]?.text ?? "");
  return {
    query: { id, title: thread.title, body, date, split },
    labels: found.map(({ document, grade }) => ({ query: id, document, grade })),
    answerable,
  };
}

/** What the replies link to, as far as it is known; the thread itself left out. */
function targets(
  thread: ForumThread,
  forum: Forum,
  known: ReadonlySet<string>,
): readonly { readonly document: string; readonly grade: 1 | 2 }[] {
  const grades = new Map<string, 1 | 2>();
  for (const id of linked(thread, forum)) {
    if (id === `thread:${thread.id}`) continue;
    const isExact = known.has(id) && (id.includes("#") || id.startsWith("thread:"));
    const document = known.has(id) ? id : pageOf(id);
    if (!known.has(document)) continue;
    grades.set(document, isExact ? 2 : (grades.get(document) ?? 1));
  }
  return [...grades].map(([document, grade]) => ({ document, grade }));
}

function linked(thread: ForumThread, { documentAt }: Forum): readonly string[] {
  return replies(thread)
    .slice(0, firstReplies)
    .flatMap(({ links }) => links.flatMap((address) => documentAt(address) ?? []));
}

/** Posts by others than the asker. */
function replies({ posts }: ForumThread): readonly ForumPost[] {
  return posts.slice(1).filter(({ author }) => author !== posts[0]?.author);
}

function threadDocument(thread: ForumThread, links: ReturnType<typeof targets>): SetDocument {
  const accepted = thread.posts.find(({ isAccepted }) => isAccepted === true);
  const answers = accepted === undefined ? replies(thread).slice(0, keptReplies) : [accepted];
  return {
    id: `thread:${thread.id}`,
    kind: "thread",
    title: thread.title,
    body: thread.posts[0]?.text ?? "",
    answer: answers.map(({ text }) => text).join("\n\n"),
    links: links.map(({ document }) => document),
    date: dateOf(thread),
    ...(thread.url !== undefined && { url: thread.url }),
  };
}

function dateOf({ posts }: ForumThread): string {
  return posts[0]?.date ?? "";
}

/** Without its anchor. */
function pageOf(id: string): string {
  return id.replace(/#.*/su, "");
}

/** A question that names the address of its answer would be answered by copying. */
function withoutAddresses(text: string): string {
  return text.replaceAll(/https?:\/\/[^\s<>"')\]]+/gu, "");
}
