import type { Act } from "./act.ts";
import { otherBot, team } from "./act.ts";

/**
 * What measures come to in a script, reckoned a second time: from what people did and nothing that the app knows, without
 * its folds, its calendar or its quantiles, and slowly. Business time is counted minute by minute.
 */

/** One value of a measure: `thread seconds business-seconds`, times in seconds. */
export type Value = readonly [thread: string, calendar: number, business: number];

/** By the names of measures. */
export type Reckoned = Readonly<Record<string, readonly Value[]>>;

type Acts = readonly Act[];

/** The measures that are reckoned twice: what follows from what people do in threads, and from nothing of ours. */
export const reckonedTwice = [
  "discussions-opened",
  "time-to-first-response",
  "time-to-first-team-response",
  "time-to-next-response",
  "unanswered",
  "unanswered-age",
  "time-to-answer",
  "time-to-first-resolution",
  "time-to-total-resolution",
  "reopen-rate",
  "closed-as-duplicate",
  "closed-as-outdated",
] as const;

/** Threads that are compared, by their names: ideas wait for decisions, which no script makes. */
export function comparedThreads(script: Acts): ReadonlySet<string> {
  const threads = [...Map.groupBy(script, (it) => it.thread)];
  return new Set(threads.filter(([, acts]) => isCompared(acts)).map(([name]) => name));
}

function isCompared(acts: Acts): boolean {
  const [opened] = acts;
  return opened?.do === "open" && opened.category !== "ideas" && !acts.some((act) => act.do === "delete-thread");
}

/** What is measured of these threads. */
export function slowMeasures(script: Acts, now: number, isOpen: (minute: number) => boolean): Reckoned {
  const all: Record<string, Value[]> = {};
  for (const [thread, acts] of Map.groupBy(script, (it) => it.thread)) {
    const by = acts[0]?.by ?? "";
    if (!isCompared(acts) || isTeam(by) || by === otherBot) continue;
    for (const [measure, spans] of Object.entries(reckon(acts, now))) {
      const values = spans.map(([from, to]): Value => [thread, (to - from) / 1000, openSeconds(from, to, isOpen)]);
      (all[measure] ??= []).push(...values);
    }
  }
  return all;
}

type Span = readonly [from: number, to: number];

function reckon(acts: Acts, now: number): Readonly<Record<(typeof reckonedTwice)[number], readonly Span[]>> {
  const openedAt = acts[0]?.at ?? 0;
  const since = (times: readonly number[]): readonly Span[] => times.slice(0, 1).map((to) => [openedAt, to]);
  const replies = timesOf(acts, "anyone");
  const ends = endsOf(acts);
  const marks = marksOf(acts);
  const closes = acts.filter((act) => act.do === "close" || act.do === "reopen");
  const closed = closes.at(-1);
  const isClosedAs = (reason: string) => closed?.do === "close" && closed.reason === reason;
  const count = (is: boolean): readonly Span[] => (is ? [[0, 1000]] : []);
  const isResolved = ends.resolved.at(-1)?.until === undefined && ends.resolved.length > 0;
  const isWaiting = replies.length === 0 && !isResolved && closed?.do !== "close";
  const last = ends.resolved.at(-1);
  const mark = marks.at(-1);
  return {
    "discussions-opened": count(true),
    "time-to-first-response": since(replies),
    "time-to-first-team-response": since(timesOf(acts, "team")),
    "time-to-next-response": waits(acts),
    unanswered: count(isWaiting),
    "unanswered-age": isWaiting ? [[openedAt, now]] : [],
    "time-to-answer": mark && mark.until === undefined ? [[openedAt, mark.from]] : [],
    "time-to-first-resolution": since(ends.resolved.map(({ from }) => from)),
    "time-to-total-resolution": last && isResolved ? [[openedAt, last.from]] : [],
    "reopen-rate":
      ends.ended.length === 0 ? [] : [ends.ended.some((it) => it.until !== undefined) ? [0, 1000] : [0, 0]],
    "closed-as-duplicate": count(isClosedAs("DUPLICATE")),
    "closed-as-outdated": count(isClosedAs("OUTDATED")),
  };
}

/** When somebody other than the asker and bots replied, by a comment that stayed, or by asking for information. */
function timesOf(acts: Acts, by: "anyone" | "team"): readonly number[] {
  const asker = acts[0]?.by;
  return acts.flatMap((act) => {
    if (act.do !== "comment" || isDeleted(acts, act.comment) || act.by === asker || act.by === otherBot) return [];
    if (by === "team" && !isTeam(act.by)) return [];
    return act.body.startsWith("/") && !act.body.startsWith("/needs-info") ? [] : [act.at];
  });
}

interface Lasting {
  readonly from: number;
  /** Undefined while it lasts. */
  readonly until?: number;
}

/** When a person's comment was the answer, whichever: a mark that moves is another one. */
function marksOf(acts: Acts): readonly Lasting[] {
  return acts.flatMap((act, i) => {
    if (act.do !== "mark") return [];
    const end = acts.slice(i + 1).find((it) => {
      if (it.do === "mark") return true;
      return (it.do === "unmark" || it.do === "delete-comment") && it.comment === act.comment;
    });
    return [{ from: act.at, ...(end && { until: end.at }) }];
  });
}

function closesOf(acts: Acts, reasons: readonly string[]): readonly Lasting[] {
  return acts.flatMap((act, i) => {
    if (act.do !== "close" || !reasons.includes(act.reason)) return [];
    const end = acts.slice(i + 1).find((it) => it.do === "reopen");
    return [{ from: act.at, ...(end && { until: end.at }) }];
  });
}

/** When a thread was resolved, and when it was resolved or closed. */
function endsOf(acts: Acts) {
  const marks = marksOf(acts);
  return {
    resolved: together([...marks, ...closesOf(acts, ["RESOLVED"])]),
    ended: together([...marks, ...closesOf(acts, ["RESOLVED", "OUTDATED", "DUPLICATE"])]),
  };
}

/** Times that meet or overlap are one. */
function together(times: readonly Lasting[]): readonly Lasting[] {
  const joined: Lasting[] = [];
  for (const it of times.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (!last || (last.until !== undefined && last.until < it.from)) joined.push(it);
    else if (last.until !== undefined && (it.until === undefined || it.until > last.until)) {
      joined[joined.length - 1] = { from: last.from, ...(it.until !== undefined && { until: it.until }) };
    }
  }
  return joined;
}

/**
 * From the asker's first word that nobody had replied to, to the team's reply. A word before which nobody had ever replied
 * waits for the first response, and one that was settled, by a mark or a close, gives its place to the next one.
 */
function waits(acts: Acts): readonly Span[] {
  const first = timesOf(acts, "anyone")[0];
  if (first === undefined) return [];
  const words = acts.filter((act) => isAskersWord(acts, act) && act.at > first);
  let repliedAt = first;
  return timesOf(acts, "team").flatMap((reply): readonly Span[] => {
    const since = words.filter(({ at }) => at > repliedAt && at < reply).map(({ at }) => at);
    repliedAt = Math.max(reply, first);
    const begun = since.findLastIndex((at, i) => i === 0 || isSettledBetween(acts, since[i - 1] ?? 0, at));
    const from = since[begun];
    return from === undefined ? [] : [[from, reply]];
  });
}

/** Whether the asker asked something there that stayed. */
function isAskersWord(acts: Acts, act: Act): boolean {
  if (act.do !== "comment" || act.by !== acts[0]?.by || isDeleted(acts, act.comment)) return false;
  if (acts.some((it) => it.do === "edit-comment" && it.comment === act.comment)) return true;
  if (/^thank/i.test(act.body)) return false;
  const asksNothing = act.body === "I see another message now." || act.body === "Here is the log.";
  return !(asksNothing && isMarkedAt(acts, act.at));
}

function isMarkedAt(acts: Acts, at: number): boolean {
  return marksOf(acts).some(({ from, until }) => from < at && (until === undefined || until > at));
}

/**
 * Whether it was marked or closed after a word, and that had not been taken back when the next one came. While it is
 * closed already, a mark settles nothing anew.
 */
function isSettledBetween(acts: Acts, word: number, next: number): boolean {
  const closes = closesOf(acts, ["RESOLVED", "OUTDATED", "DUPLICATE"]);
  const isClosedAt = (at: number) => closes.some(({ from, until }) => from < at && (until === undefined || until > at));
  return [...marksOf(acts).filter((it) => !isClosedAt(it.from)), ...closes].some(
    ({ from, until }) => from > word && from < next && (until === undefined || until > next),
  );
}

function isDeleted(acts: Acts, comment: string): boolean {
  return acts.some((act) => act.do === "delete-comment" && act.comment === comment);
}

function isTeam(login: string): boolean {
  return login in team;
}

const minute = 60_000;

/** Seconds of a span in minutes that are open. */
function openSeconds(from: number, to: number, isOpen: (minute: number) => boolean): number {
  let sum = 0;
  for (let start = from - (from % minute); start < to; start += minute) {
    if (isOpen(start)) sum += Math.min(to, start + minute) - Math.max(from, start);
  }
  return Math.max(0, sum / 1000);
}
