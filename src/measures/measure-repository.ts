import { measures } from "./index.ts";
import { listFaqHits } from "./lists/list-faq-hits.ts";
import { listGaps } from "./lists/list-gaps.ts";
import { listHelpers } from "./lists/list-helpers.ts";
import { listThorny } from "./lists/list-thorny.ts";
import type { MeasureContext, Observation } from "./measure.ts";
import type { MeasuredHead, MeasuredRepository } from "./measured-repository.ts";
import type { MeasuredThread } from "./measured-thread.ts";
import { endOfQuestion } from "./tier-of.ts";

/**
 * All that every measure observes in these threads. They are looked at page by page and let go: kept are their heads and
 * what was observed.
 */
export async function measureRepository(
  pages: AsyncIterable<readonly MeasuredThread[]> | Iterable<readonly MeasuredThread[]>,
  context: MeasureContext,
): Promise<MeasuredRepository> {
  const threads = new Map<number, MeasuredHead>();
  const observed = measures.map((measure) => ({ measure, observations: [] as Observation[] }));
  const [helpers, thorny, gaps, faq] = [listHelpers(), listThorny(), listGaps(), listFaqHits(context)];
  for await (const page of pages) {
    for (const thread of page) {
      threads.set(thread.timeline.number, toHead(thread, context));
      for (const { measure, observations } of observed) observations.push(...measure.observe(thread, context));
      for (const list of [helpers, thorny, gaps, faq]) list.see(thread, context);
    }
  }
  return {
    at: context.now,
    threads,
    observations: new Map(observed.map(({ measure, observations }) => [measure.name, observations])),
    lists: { helpers: helpers.list(), thorny: thorny.list(), gaps: gaps.list(), faq: faq.list() },
  };
}

function toHead(thread: MeasuredThread, context: MeasureContext): MeasuredHead {
  const { number, openedAt, asker, observed } = thread.timeline;
  const { title, url, category, labels } = observed;
  const tier = endOfQuestion(thread, context)?.tier;
  return {
    number,
    title,
    url,
    openedAt,
    ...(asker !== undefined && { asker }),
    category,
    labels,
    ...(thread.watched && { priority: thread.watched.priority }),
    ...(tier && { tier }),
  };
}
