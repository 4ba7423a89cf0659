import type { SearchIndex } from "../index/search-index.ts";
import type { Candidates } from "./candidates.ts";
import { compareText } from "./compare-text.ts";
import type { QueryTerm } from "./weigh-terms.ts";
import { fieldNumber, WordEvidence } from "./word-evidence.ts";

/** What helpers' links in earlier threads say about each candidate, by row; all 0 where nobody has linked anything. */
export interface History {
  /** How many threads like the question link to it: 0 for none, a half for one as like as can be, never 1. */
  readonly votes: Float64Array;
  /** BM25 score of the words in which threads that link to it have asked. */
  readonly asked: Float64Array;
}

/** Threads that vote. The others only lend their words. */
const mostVotes = 50;

/** Votes that count as a half. */
const halfwayVotes = 1;

/** How soon further occurrences of a word in the threads that link to one section stop counting. */
const askedK1 = 3;

/** How much each further thread dilutes the words of the others. */
const dilution = 0.3;

/** Reads the history of the candidates from the items that link to them. */
export function readHistory(
  index: SearchIndex,
  query: readonly QueryTerm[],
  { slots, voters }: Candidates,
  words: WordEvidence,
): History {
  const links = linksOf(index, voters, slots, words.scores);
  return {
    votes: countVotes(links, slots.length, voters, words.scores),
    asked: scoreAsked(index, query, voters, links, slots.length),
  };
}

/**
 * For each voter the rows of the candidates it links to. A link to a whole page counts for the section of it that
 * matches the question best; nobody votes for themselves.
 */
function linksOf(
  index: SearchIndex,
  voters: Candidates["voters"],
  slots: readonly number[],
  scores: Float64Array,
): readonly (readonly number[])[] {
  const rows = new Map(slots.map((slot, row) => [slot, row]));
  const idAt = (row: number) => index.entryAt(slots[row] ?? 0)?.id ?? "";
  const better = (a: number, b: number) => (scores[a] ?? 0) - (scores[b] ?? 0) || compareText(idAt(b), idAt(a));
  return voters.map(({ slot: voter }) => {
    const linked = new Set<number>();
    for (const targets of index.targetsOf(voter)) {
      let best: number | undefined;
      for (const target of targets) {
        const row = rows.get(target);
        if (row !== undefined && target !== voter && (best === undefined || better(row, best) > 0)) best = row;
      }
      if (best !== undefined) linked.add(best);
    }
    return [...linked];
  });
}

/** A thread half as like the question as the best candidate has a quarter of a vote, shared among what it links to. */
function countVotes(
  links: readonly (readonly number[])[],
  rows: number,
  voters: Candidates["voters"],
  scores: Float64Array,
): Float64Array {
  const best = scores.reduce((most, score) => Math.max(most, score), voters[0]?.score ?? 0);
  const votes = new Float64Array(rows);
  for (const [i, linked] of links.slice(0, mostVotes).entries()) {
    const strength = (voters[i]?.score ?? 0) / best;
    for (const row of linked) votes[row] = (votes[row] ?? 0) + strength ** 2 / linked.length;
  }
  return votes.map((count) => count / (count + halfwayVotes));
}

/** Treats the titles and texts of all voters that link to a candidate as one more field of it. */
function scoreAsked(
  index: SearchIndex,
  query: readonly QueryTerm[],
  voters: Candidates["voters"],
  links: readonly (readonly number[])[],
  rows: number,
): Float64Array {
  const teachers = links.flatMap((linked, i) => (linked.length > 0 ? [{ slot: voters[i]?.slot ?? 0, linked }] : []));
  const words = new WordEvidence(
    index,
    query,
    teachers.map(({ slot }) => slot),
  );
  const frequencies = new Float64Array(rows * query.length);
  const counts = new Float64Array(rows);
  for (const [teacher, { linked }] of teachers.entries()) {
    for (const row of linked) {
      counts[row] = (counts[row] ?? 0) + 1;
      for (const place of query.keys()) {
        const title = words.frequencyIn(teacher, place, fieldNumber.title);
        const body = words.frequencyIn(teacher, place, fieldNumber.body);
        const at = row * query.length + place;
        frequencies[at] = (frequencies[at] ?? 0) + title + body;
      }
    }
  }
  return counts.map((count, row) => {
    let score = 0;
    for (const [place, { mass }] of query.entries()) {
      const frequency = (frequencies[row * query.length + place] ?? 0) / (1 + dilution * count);
      score += (mass * frequency) / (askedK1 + frequency);
    }
    return score;
  });
}
