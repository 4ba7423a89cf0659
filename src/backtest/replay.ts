import type { PastThread } from "../core/discussion.ts";
import type { AnsweredThread } from "../core/knowledge.ts";
import { pageGroup, threadGroup, toThreadItem } from "../core/knowledge-items.ts";
import { toAnsweredThread } from "../features/answered-threads/to-answered-thread.ts";
import type { History } from "./history.ts";
import { Memory, type Suggestion } from "./memory.ts";
import { Targets } from "./targets.ts";
import { truthsOf, type Truth } from "./truth.ts";
import { toDocsItems } from "../docs-site/docs-items.ts";

/** One past question, what would have been found then, and what truly answered it later. */
export interface Replayed {
  readonly thread: PastThread;
  /** Best first; more than would be posted. */
  readonly found: readonly Suggestion[];
  readonly truths: readonly Truth[];
  /** Those of `truths` that were known when the question was asked. */
  readonly knownTruths: readonly Truth[];
}

export interface ReplayOptions {
  /** Whether a thread is a question that the app would look at. */
  readonly isAsked: (thread: PastThread) => boolean;
  /** How many results the app looks at before it chooses. */
  readonly looked: number;
  /** Lets other work run; awaited every few milliseconds. */
  readonly pause: () => Promise<void>;
}

/**
 * Replays a history in the order of time: before each question exactly that is known which was there before it was
 * asked. A page is known from the day it was added, a thread from when its answer was chosen until it was closed as
 * duplicate or outdated. Gives one question at a time.
 */
export async function* replay(history: History, { isAsked, looked, pause }: ReplayOptions): AsyncGenerator<Replayed> {
  const targets = new Targets(history);
  const memory = new Memory(targets, pause);
  for (const { path, sections } of history.pages.filter(({ addedAt }) => addedAt === undefined)) {
    memory.learn(pageGroup(path), toDocsItems(history.home, sections), undefined);
  }
  for (const moment of momentsOf(history, isAsked)) {
    if (moment.what === "asked") {
      const { thread } = moment;
      const { title, body, number, category, labels } = thread;
      const question = { title, body, thread: number, category: category.name, labels };
      await pause();
      const truths = truthsOf(thread, targets);
      yield {
        thread,
        found: await memory.find(question, looked),
        truths,
        knownTruths: truths.filter((it) => memory.has(it)),
      };
    } else moment.happen(memory);
  }
}

type Moment =
  | { readonly at: number; readonly what: "asked"; readonly thread: PastThread }
  | { readonly at: number; readonly what: "learned"; readonly happen: (memory: Memory) => void };

/** All that happened, in order. What was learned in the very second of a question was not there before it. */
function momentsOf(history: History, isAsked: (thread: PastThread) => boolean): Moment[] {
  const asked = history.threads.filter(isAsked).map((thread) => ({
    at: thread.createdAt.getTime(),
    what: "asked" as const,
    thread,
  }));
  const learned = [...pageMoments(history), ...history.threads.flatMap(threadMoments)];
  return [...asked, ...learned].sort((a, b) => a.at - b.at || Number(b.what === "asked") - Number(a.what === "asked"));
}

function pageMoments({ home, pages }: History): Moment[] {
  return pages.flatMap(({ path, sections, addedAt }) => {
    if (addedAt === undefined) return [];
    const happen = (memory: Memory) => memory.learn(pageGroup(path), toDocsItems(home, sections), addedAt);
    return [{ at: addedAt.getTime(), what: "learned", happen }];
  });
}

/** A thread comes with its answer, and goes when it is closed as something that must not be pointed at. */
function threadMoments(thread: PastThread): Moment[] {
  const isRetired = thread.closed === "duplicate" || thread.closed === "outdated";
  if (isRetired && thread.closedAt === undefined) return [];
  const { closed: _, ...whileOpen } = thread;
  const answered = toAnsweredThread(whileOpen);
  if ("unfit" in answered) return [];
  const since = new Date(answered.answeredAt);
  const group = threadGroup(thread.number);
  const come: Moment = {
    at: since.getTime(),
    what: "learned",
    happen: (memory) => learnThread(memory, answered, since),
  };
  if (!isRetired || thread.closedAt === undefined) return [come];
  if (thread.closedAt <= since) return [];
  return [come, { at: thread.closedAt.getTime(), what: "learned", happen: (memory) => memory.forget(group) }];
}

function learnThread(memory: Memory, thread: AnsweredThread, since: Date): void {
  memory.learn(threadGroup(thread.number), [toThreadItem(thread)], since);
}
