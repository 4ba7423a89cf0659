import type { DatedPage, History } from "../../src/evaluation/replay/history.ts";
import type { Suggestion } from "../../src/evaluation/replay/past-index.ts";
import type { ReplayedQuestion } from "../../src/evaluation/replay/replay.ts";
import type { PastThread } from "../../src/core/discussion.ts";
import type { Section } from "../../src/core/knowledge.ts";
import { aComment, aThread } from "../helpers/builders.ts";

/** Things of the past as they usually are; a test names only what matters to it. */

export const home = { webUrl: "https://github.com", owner: "acme", name: "widgets", site: undefined };

/** A day of the story, from 1. */
export function day(number: number): Date {
  return new Date(Date.UTC(2026, 0, number));
}

export function urlOf(number: number): string {
  return `https://github.com/acme/widgets/discussions/${number}`;
}

/** A thread asked on the day of its number. */
export function asked(number: number, given: Partial<PastThread> = {}): PastThread {
  return {
    ...aThread({ number, id: `D_${number}`, url: urlOf(number), createdAt: day(number), title: "How do I paint it?" }),
    isPartial: false,
    ...given,
  };
}

/** A thread whose answer was written and chosen on a day. */
export function answered(
  number: number,
  answeredOn: number,
  given: Partial<PastThread> = {},
  body = "Use a brush.",
): PastThread {
  const answer = aComment({ id: `C_${number}`, body, createdAt: day(answeredOn) });
  return asked(number, { answer, answeredAt: day(answeredOn), comments: [answer], ...given });
}

/** A page with one section for each title. */
export function page(path: string, titles: readonly string[], addedOn?: number): DatedPage {
  const sections = titles.map((title, i): Section => {
    const anchor = i === 0 ? "" : title.toLowerCase().replaceAll(" ", "-");
    return { path, anchor, headings: [title], title, text: title, code: "", links: [], aliases: [], line: i + 1 };
  });
  return { path, sections, ...(addedOn !== undefined && { addedAt: day(addedOn) }) };
}

export function history(threads: readonly PastThread[], pages: readonly DatedPage[] = []): History {
  return { home, threads, pages };
}

/** Something found; `thread:3` and `docs:a.md#x` are in the groups their ids say. */
export function found(id: string, confidence: number, given: Partial<Suggestion> = {}): Suggestion {
  const group = id.startsWith("docs:") ? `page:${id.slice(5).replace(/#.*/u, "")}` : id;
  const kind = id.startsWith("docs:") ? "docs" : "thread";
  return {
    id,
    group,
    kind,
    title: id,
    url: `https://example.com/${id}`,
    confidence,
    terms: ["paint"],
    leadsTo: [],
    ...given,
  };
}

/** A replayed question; what answered was known then unless it is said otherwise. */
export function replayed(
  number: number,
  suggestions: readonly Suggestion[],
  truths: ReplayedQuestion["truths"] = [],
  given: Partial<ReplayedQuestion> = {},
): ReplayedQuestion {
  return { thread: asked(number), found: suggestions, truths, knownTruths: truths, ...given };
}

/** What people linked, as a truth. */
export function truth(id: string): ReplayedQuestion["truths"][number] {
  const { group } = found(id, 0);
  return { group, url: `https://example.com/${group}`, from: "answer", ...(id !== group && { id }) };
}

/** A truth that is a whole thread. */
export function threadTruth(number: number): ReplayedQuestion["truths"][number] {
  return { group: `thread:${number}`, id: `thread:${number}`, url: urlOf(number), from: "answer" };
}
