import type { PastThread } from "../../core/discussion.ts";
import type { AnsweredThread } from "../../core/knowledge.ts";
import { pageGroup, threadGroup, toThreadItem } from "../../core/knowledge-items.ts";
import { toAnsweredThread } from "../../features/answered-threads/to-answered-thread.ts";
import type { History } from "./history.ts";
import { PastIndex, type Suggestion } from "./past-index.ts";
import { Targets } from "./targets.ts";
import { truthsOf, type Truth } from "./truth.ts";
import { toDocsItems } from "../../docs-site/docs-items.ts";

/** One past question, what would have been found then, and what truly answered it later. */
export interface ReplayedQuestion {
  readonly thread: PastThread;
  /** Best first; more than would be posted. */
  readonly found: readonly Suggestion[];
  readonly truths: readonly Truth[];
  /** Those of `truths` that were known when the question was asked. */
  readonly knownTruths: readonly Truth[];
}

export interface ReplayOptions {
  /** Whether a thread is a question to which the app would suggest answers. */
  readonly isQuestion: (thread: PastThread) => boolean;
  /** How many results are found for each question; the app chooses among them. */
  readonly resultLimit: number;
  /** Awaited every few milliseconds. */
  readonly yieldToEventLoop: () => Promise<void>;
}

/**
 * Replays a history in the order of time: before each question exactly that is known which was there before it was
 * asked. A page is known from the day it was added, a thread from when its answer was chosen until it was closed as
 * duplicate or outdated. Gives one question at a time.
 */
export async function* replay(
  history: History,
  { isQuestion, resultLimit, yieldToEventLoop }: ReplayOptions,
): AsyncGenerator<ReplayedQuestion> {
  const targets = new Targets(history);
  const index = new PastIndex(targets, yieldToEventLoop);
  for (const { path, sections } of history.pages.filter(({ addedAt }) => addedAt === undefined)) {
    index.put(pageGroup(path), toDocsItems(history.home, sections), undefined);
  }
  for (const event of timelineOf(history, isQuestion)) {
    if (event.kind === "question") {
      const { thread } = event;
      const { title, body, number, category, labels } = thread;
      const question = { title, body, thread: number, category: category.name, labels };
      await yieldToEventLoop();
      const truths = truthsOf(thread, targets);
      yield {
        thread,
        found: await index.find(question, resultLimit),
        truths,
        knownTruths: truths.filter((it) => index.has(it)),
      };
    } else event.apply(index);
  }
}

type TimelineEvent =
  | { readonly at: number; readonly kind: "question"; readonly thread: PastThread }
  | { readonly at: number; readonly kind: "change"; readonly apply: (index: PastIndex) => void };

/** All events, in order. A change in the very second of a question comes after it. */
function timelineOf(history: History, isQuestion: (thread: PastThread) => boolean): TimelineEvent[] {
  const questions = history.threads.filter(isQuestion).map((thread) => ({
    at: thread.createdAt.getTime(),
    kind: "question" as const,
    thread,
  }));
  const changes = [...pageEvents(history), ...history.threads.flatMap(threadEvents)];
  return [...questions, ...changes].sort(
    (a, b) => a.at - b.at || Number(b.kind === "question") - Number(a.kind === "question"),
  );
}

function pageEvents({ home, pages }: History): TimelineEvent[] {
  return pages.flatMap(({ path, sections, addedAt }) => {
    if (addedAt === undefined) return [];
    const apply = (index: PastIndex) => index.put(pageGroup(path), toDocsItems(home, sections), addedAt);
    return [{ at: addedAt.getTime(), kind: "change", apply }];
  });
}

/** A thread is put when it has its answer, and removed when it is closed as duplicate or outdated. */
function threadEvents(thread: PastThread): TimelineEvent[] {
  const isRetired = thread.closed === "duplicate" || thread.closed === "outdated";
  if (isRetired && thread.closedAt === undefined) return [];
  const { closed: _, ...whileOpen } = thread;
  const answered = toAnsweredThread(whileOpen);
  if ("unfit" in answered) return [];
  const since = new Date(answered.answeredAt);
  const group = threadGroup(thread.number);
  const added: TimelineEvent = {
    at: since.getTime(),
    kind: "change",
    apply: (index) => putThread(index, answered, since),
  };
  if (!isRetired || thread.closedAt === undefined) return [added];
  if (thread.closedAt <= since) return [];
  return [added, { at: thread.closedAt.getTime(), kind: "change", apply: (index) => index.remove(group) }];
}

function putThread(index: PastIndex, thread: AnsweredThread, since: Date): void {
  index.put(threadGroup(thread.number), [toThreadItem(thread)], since);
}
