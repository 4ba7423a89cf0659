import type { RepositoryRef } from "../../core/discussion.ts";
import type { ThreadStatus, WatchedThread } from "../../core/thread-status.ts";
import type { ReadThread } from "../../features/timeline/store/timeline-records.ts";
import { readCount, readText, readWord } from "./read-query.ts";
import type { PageReads } from "./reads.ts";

/** Which threads are wanted: each that is set narrows them further. */
export interface ThreadFilter {
  readonly status?: ThreadStatus;
  readonly category?: string;
  readonly label?: string;
  readonly priority?: string;
  /** Words of the title. */
  readonly title?: string;
  /** Login of the asker. */
  readonly asker?: string;
  /** Only threads with lower numbers. */
  readonly before?: number;
}

export interface ListedThread {
  readonly thread: ReadThread;
  /** Missing where it is not watched. */
  readonly watched?: WatchedThread;
}

export interface ThreadList {
  readonly threads: readonly ListedThread[];
  /** Where to go on: there may be more with lower numbers. Missing at the end. */
  readonly before?: number;
}

/** So many are on a page, at most, and so many are looked at for it: rare ones may take several pages to find. */
const pageSize = 50;
const maxLookedAt = 2_000;
const atOnce = 250;

const textNames = ["category", "label", "priority", "title", "asker"] as const;

export function readThreadFilter(query: URLSearchParams, statuses: readonly ThreadStatus[]): ThreadFilter {
  const status = readWord(query, "status", statuses);
  const before = readCount(query, "before");
  const texts = textNames.flatMap((name) => {
    const text = readText(query, name);
    return text === undefined ? [] : [[name, text] as const];
  });
  return {
    ...(Object.fromEntries(texts) as Partial<Record<(typeof textNames)[number], string>>),
    ...(status !== undefined && { status }),
    ...(before !== undefined && { before }),
  };
}

/** Threads by their numbers, the highest first. */
export async function listThreads(
  repository: RepositoryRef,
  filter: ThreadFilter,
  { timelines, watch }: Pick<PageReads, "timelines" | "watch">,
): Promise<ThreadList> {
  const threads: ListedThread[] = [];
  let before = filter.before ?? Number.MAX_SAFE_INTEGER;
  for (let looked = 0; looked < maxLookedAt; looked += atOnce) {
    const some = await timelines.threadsBefore(repository, before, atOnce);
    for (const thread of some) {
      if (threads.length === pageSize) return { threads, before };
      before = thread.number;
      if (!fitsRead(thread, filter)) continue;
      const watched = await watch.findWatched(repository, thread.number);
      if (fitsWatched(watched, filter)) threads.push({ thread, ...(watched && { watched }) });
    }
    if (some.length < atOnce) return { threads };
  }
  return { threads, before };
}

function fitsRead({ asker, observed }: ReadThread, wanted: ThreadFilter): boolean {
  const title = observed.title.toLowerCase();
  const words = wanted.title?.toLowerCase().split(/\s+/u) ?? [];
  return (
    (wanted.category === undefined || observed.category === wanted.category) &&
    (wanted.label === undefined || observed.labels.includes(wanted.label)) &&
    (wanted.asker === undefined || asker?.toLowerCase() === wanted.asker.toLowerCase()) &&
    words.every((it) => title.includes(it))
  );
}

function fitsWatched(watched: WatchedThread | undefined, { status, priority }: ThreadFilter): boolean {
  return (
    (status === undefined || watched?.state.status === status) &&
    (priority === undefined || watched?.priority === priority)
  );
}
