import { hourMs } from "../../core/clock.ts";
import type { KnowledgeKind } from "../../core/knowledge.ts";
import { hoursToFirstResponse } from "../measures/response-times.ts";
import { isSilent } from "../measures/measure.ts";
import type { Judged } from "../measures/judge.ts";
import type { Suggestion } from "../replay/past-index.ts";
import { gradeOf, type Grade, type Truth } from "../replay/truth.ts";

/** A link as a report shows it. */
export interface ShownLink {
  readonly id: string;
  readonly kind: KnowledgeKind;
  readonly title: string;
  readonly url: string;
  readonly confidence: number;
  readonly terms: readonly string[];
  /** How it leads to what answered; null where nobody linked it. */
  readonly right: Grade | null;
}

/** One question for a reader of the report. */
export interface Case {
  readonly number: number;
  readonly title: string;
  readonly url: string;
  readonly askedAt: string;
  /** Hours until a person responded; null while nobody did. */
  readonly hoursToFirstResponse: number | null;
  /** What was found, best first, with what would have been posted first; at most three. */
  readonly links: readonly ShownLink[];
  /** Ids of what truly answered (a page as `page:…`), and whether each was known then. */
  readonly answeredBy: readonly {
    readonly id: string;
    readonly url: string;
    readonly from: Truth["from"];
    readonly wasKnown: boolean;
  }[];
  /** Whether the question was edited after somebody had responded: it may tell more today than it did then. */
  readonly wasEditedLater: boolean;
}

/** The cases that say most about a threshold, the most informative first in each list. */
export interface Cases {
  /** Posted with high confidence, and nothing of it was what answered. */
  readonly confidentlyWrong: readonly Case[];
  /** Silent, although what answered was known. */
  readonly silentThough: readonly Case[];
  /** Posted and right; those that waited longest for people first. */
  readonly best: readonly Case[];
  /** Nobody ever responded, and something would have been posted. */
  readonly unanswered: readonly Case[];
}

const maxCases = 20;

/** Selects the cases among all questions, judged at one threshold. */
export function pickCases(judged: readonly Judged[]): Cases {
  const pick = (isWanted: (it: Judged) => boolean, weight: (it: Judged) => number): Case[] =>
    judged
      .filter(isWanted)
      .sort((a, b) => weight(b) - weight(a) || b.replayed.thread.number - a.replayed.thread.number)
      .slice(0, maxCases)
      .map(toCase);
  return {
    confidentlyWrong: pick((it) => it.isJudged && !isSilent(it) && it.rightAt === undefined, topConfidence),
    silentThough: pick((it) => it.couldAnswer && isSilent(it), topConfidence),
    best: pick((it) => it.rightAt !== undefined, hoursWaited),
    unanswered: pick((it) => !isSilent(it) && hoursToFirstResponse(it.replayed.thread) === undefined, topConfidence),
  };
}

function topConfidence({ replayed }: Judged): number {
  return replayed.found[0]?.confidence ?? 0;
}

function hoursWaited({ replayed }: Judged): number {
  return hoursToFirstResponse(replayed.thread) ?? Number.MAX_SAFE_INTEGER;
}

const shownLinks = 3;

function toCase({ replayed, posted }: Judged): Case {
  const { thread, truths, knownTruths, found } = replayed;
  const links = posted.length > 0 ? posted : found.slice(0, shownLinks);
  return {
    number: thread.number,
    title: thread.title,
    url: thread.url,
    askedAt: thread.createdAt.toISOString(),
    hoursToFirstResponse: hoursToFirstResponse(thread) ?? null,
    links: links.map((it) => toLink(it, knownTruths)),
    answeredBy: truths.map((it) => ({
      id: it.id ?? it.group,
      url: it.url,
      from: it.from,
      wasKnown: knownTruths.includes(it),
    })),
    wasEditedLater: wasEditedLater(thread),
  };
}

function toLink(suggestion: Suggestion, truths: readonly Truth[]): ShownLink {
  const { id, kind, title, url, confidence, terms } = suggestion;
  return { id, kind, title, url, confidence, terms, right: gradeOf(suggestion, truths) ?? null };
}

/** Whether a question was edited after somebody had responded to it. */
export function wasEditedLater(thread: Judged["replayed"]["thread"]): boolean {
  const hours = hoursToFirstResponse(thread);
  if (thread.editedAt === undefined || hours === undefined) return false;
  return thread.editedAt.getTime() > thread.createdAt.getTime() + hours * hourMs;
}
