import type { TimelineEntry } from "../../core/timeline.ts";
import type { ThreadClocks, ThreadView } from "../gather/gather-thread.ts";
import { toItem } from "./found.ts";
import { toTime } from "./shapes.ts";

/** All that is on record of a thread, as the API and `frontdesk explain --json` answer it. */
export function toThreadAnswer(view: ThreadView) {
  const { number, timeline, clocks, suggestion, feedback, request, booking, promotion } = view;
  const { title = null, url = null, category = null, labels = [] } = timeline?.observed ?? {};
  return {
    number,
    title,
    url,
    category,
    labels: [...labels],
    openedAt: timeline ? toTime(timeline.openedAt) : null,
    asker: timeline?.asker ?? null,
    entries: (timeline?.entries ?? []).map(toEntry),
    ...toClocks(clocks),
    suggestion: suggestion
      ? {
          mode: suggestion.mode,
          items: suggestion.items.map(toItem),
          best: suggestion.best ? toItem(suggestion.best) : null,
          threshold: suggestion.threshold,
          because: suggestion.because,
        }
      : null,
    feedback: feedback.map(({ by, helpful, isAsker, via, at }) => ({ by, helpful, isAsker, via, at: toTime(at) })),
    request: request ? { state: request.request.state, since: request.request.since } : null,
    booking: booking
      ? { state: booking.state, start: booking.start, end: booking.end, hosts: [...booking.hosts] }
      : null,
    promotion: promotion ? { state: promotion.state, file: promotion.file, question: promotion.question } : null,
  };
}

function toEntry(it: TimelineEntry) {
  const { at, kind } = it;
  const what =
    kind === "closed" ? it.reason : kind === "assigned" ? (it.to ?? null) : kind === "session" ? it.change : null;
  return {
    at: toTime(at),
    kind,
    by: ("by" in it ? it.by : undefined) ?? null,
    actor: "actor" in it ? it.actor : null,
    what,
  };
}

function toClocks(clocks: ThreadClocks) {
  if (!clocks.watched) return { status: null, priority: null, unwatched: clocks.because, clocks: [] };
  const { reckoned, given } = clocks;
  return {
    status: reckoned.state.status,
    priority: given.priority,
    unwatched: null,
    clocks: reckoned.clocks.map(({ startedAt, dueAt, metAt, segments, ...it }) => ({
      ...it,
      startedAt: toTime(startedAt),
      dueAt: dueAt ? toTime(dueAt) : null,
      metAt: metAt ? toTime(metAt) : null,
      segments: segments.map(({ from, to, ...segment }) => ({ ...segment, from: toTime(from), to: toTime(to) })),
    })),
  };
}
