import type { RepositoryRef } from "../../core/discussion.ts";
import type { MadeSuggestion } from "../../core/record-reads.ts";
import type { ReckonedClocks } from "../../core/reckoned-clock.ts";
import type { SuggestedItem } from "../../core/suggestion.ts";
import type { Timeline } from "../../core/timeline.ts";
import { toDecision } from "../../timeline/to-decision.ts";
import type { MeasuredItem, MeasuredSuggestion, MeasuredThread } from "../measured-thread.ts";
import type { MeasureReads } from "./measure-reads.ts";
import { toMeasuredRequest } from "./to-measured-request.ts";

/** Threads of one page: what a page needs of large records is read with it, in one statement each. */
const pageSize = 500;

/** More requests than any repository has: all of them are wanted. */
const allRequests = 1_000_000;

/**
 * Every thread of a repository of which we know, by its number, page by page, so that the pages need not be held at one
 * time. By our own records alone, as they are when each page is read.
 */
export async function* gatherMeasured(
  repository: RepositoryRef,
  reads: MeasureReads,
): AsyncGenerator<readonly MeasuredThread[]> {
  const small = await readSmallRecords(repository, reads);
  for (let after = 0; ;) {
    const timelines = await reads.timelines.timelinesAfter(repository, after, pageSize);
    const last = timelines.at(-1);
    if (!last) return;
    yield await toPage(repository, timelines, after, small, reads);
    after = last.number;
  }
}

/** What there is of few threads, and small: all of it, by number. */
type SmallRecords = Awaited<ReturnType<typeof readSmallRecords>>;

async function readSmallRecords(repository: RepositoryRef, reads: MeasureReads) {
  const [requests, bookings, surveys, entries] = await Promise.all([
    reads.requests.requests({ repository, limit: allRequests }),
    reads.bookings.allBookings(repository),
    reads.surveys.surveys(repository),
    reads.knowledge.faqEntries(repository),
  ]);
  return {
    requests: new Map(requests.map(({ request }) => [request.number, request])),
    bookings: byNumber(bookings),
    surveys: byNumber(surveys),
    entries: new Set(entries.map(({ item }) => item.id)),
  };
}

async function toPage(
  repository: RepositoryRef,
  timelines: readonly Timeline[],
  after: number,
  { requests, bookings, surveys, entries }: SmallRecords,
  { watch, records, onCall }: MeasureReads,
): Promise<readonly MeasuredThread[]> {
  const numbers = timelines.map(({ number }) => number);
  const [reckoned, suggestions, feedback, notices] = await Promise.all([
    clocksBetween(repository, after, numbers.at(-1) ?? after, watch),
    records.suggestionsOf(repository, numbers),
    records.feedback(repository, { numbers }),
    onCall.noticesOf(repository, numbers),
  ]);
  const [clocks, made] = [byNumber(reckoned), byNumber(suggestions)];
  const calls = Map.groupBy(
    notices.filter(({ isCalled }) => isCalled),
    ({ number }) => number,
  );
  const said = Map.groupBy(feedback, ({ number }) => number);
  return timelines.map((timeline): MeasuredThread => {
    const { number } = timeline;
    const [watched, suggestion, request] = [clocks.get(number), made.get(number), requests.get(number)];
    const escalations = calls.get(number)?.length;
    const [booking, survey, decision] = [bookings.get(number), surveys.get(number), toDecision(request)];
    return {
      timeline,
      feedback: said.get(number) ?? [],
      ...(watched && { watched }),
      ...(suggestion && { suggestion: toMeasuredSuggestion(suggestion, entries) }),
      ...(request && { request: toMeasuredRequest(request) }),
      ...(decision && { decision }),
      ...(escalations !== undefined && { escalations }),
      ...(booking && { booking }),
      ...(survey && { survey }),
    };
  });
}

/** Clocks of the threads behind one number, up to another one. Not every thread is watched. */
async function clocksBetween(
  repository: RepositoryRef,
  after: number,
  last: number,
  watch: MeasureReads["watch"],
): Promise<readonly ReckonedClocks[]> {
  const found: ReckonedClocks[] = [];
  for (let from = after; ;) {
    const page = await watch.reckonedAfter(repository, from, pageSize);
    found.push(...page);
    const end = page.at(-1)?.number;
    if (end === undefined || page.length < pageSize || end >= last) return found;
    from = end;
  }
}

function toMeasuredSuggestion(
  { firstAt, suggestion, comment }: MadeSuggestion,
  entries: ReadonlySet<string>,
): MeasuredSuggestion {
  const toItem = ({ id, title, url }: SuggestedItem): MeasuredItem => ({
    id,
    title,
    url,
    ...(entries.has(id) && { isFaq: true }),
  });
  return {
    mode: suggestion.mode,
    at: firstAt,
    items: suggestion.items.map(toItem),
    ...(suggestion.best && { best: toItem(suggestion.best) }),
    ...(comment !== undefined && { comment }),
  };
}

function byNumber<Item extends { readonly number: number }>(items: readonly Item[]): ReadonlyMap<number, Item> {
  return new Map(items.map((it) => [it.number, it]));
}
