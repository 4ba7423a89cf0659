import type { SearchIndex } from "../index/search-index.ts";
import type { Candidates } from "./candidates.ts";
import { compareText } from "../../text/compare-text.ts";
import type { QueryTerm } from "./weigh-terms.ts";
import { fieldNumber, TermMatches } from "./term-matches.ts";

/** Features from the links in earlier threads, by row; all 0 where no thread has links. */
export interface LinkHistory {
  /** How many threads similar to the question link to it: 0 for none, a half for one of the highest similarity, never 1. */
  readonly votes: Float64Array;
  /** BM25 score of the titles and texts of the threads that link to it. */
  readonly asked: Float64Array;
}

/** Threads that vote. The others only count for `asked`. */
const maxVotingThreads = 50;

/** Votes that count as a half. */
const halfwayVotes = 1;

/** Saturation of `asked`: `k1` of BM25 for the words of the threads that link to one section. */
const askedK1 = 3;

/** How much each further thread dilutes the words of the others. */
const dilution = 0.3;

/** Computes the features of the candidates from the voters that link to them. */
export function readLinkHistory(
  index: SearchIndex,
  query: readonly QueryTerm[],
  { slots, voters }: Candidates,
  words: TermMatches,
): LinkHistory {
  const links = linksOf(index, voters, slots, words.scores);
  return {
    votes: countVotes(links, slots.length, voters, words.scores),
    asked: scoreAsked(index, query, voters, links, slots.length),
  };
}

/**
 * For each voter the rows of the candidates it links to. A link to a whole page counts for the section of it that
 * matches the question best; a thread does not vote for itself.
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

/** A thread with half the score of the best candidate has a quarter of a vote, shared among what it links to. */
function countVotes(
  links: readonly (readonly number[])[],
  rows: number,
  voters: Candidates["voters"],
  scores: Float64Array,
): Float64Array {
  const best = scores.reduce((max, score) => Math.max(max, score), voters[0]?.score ?? 0);
  const votes = new Float64Array(rows);
  for (const [i, linked] of links.slice(0, maxVotingThreads).entries()) {
    const strength = (voters[i]?.score ?? 0) / best;
    for (const row of linked) votes[row] = (votes[row] ?? 0) + strength ** 2 / linked.length;
  }
  return votes.map((count) => count / (count + halfwayVotes));
}

/** Scores the titles and texts of all voters that link to a candidate as one more field of it. */
function scoreAsked(
  index: SearchIndex,
  query: readonly QueryTerm[],
  voters: Candidates["voters"],
  links: readonly (readonly number[])[],
  rows: number,
): Float64Array {
  const linking = links.flatMap((linked, i) => (linked.length > 0 ? [{ slot: voters[i]?.slot ?? 0, linked }] : []));
  const words = new TermMatches(
    index,
    query,
    linking.map(({ slot }) => slot),
  );
  const frequencies = new Float64Array(rows * query.length);
  const counts = new Float64Array(rows);
  for (const [voter, { linked }] of linking.entries()) {
    for (const row of linked) {
      counts[row] = (counts[row] ?? 0) + 1;
      for (const place of query.keys()) {
        const title = words.frequencyIn(voter, place, fieldNumber.title);
        const body = words.frequencyIn(voter, place, fieldNumber.body);
        const at = row * query.length + place;
        frequencies[at] = (frequencies[at] ?? 0) + title + body;
      }
    }
  }
  return counts.map((count, row) => {
    let score = 0;
    for (const [place, { weight }] of query.entries()) {
      const frequency = (frequencies[row * query.length + place] ?? 0) / (1 + dilution * count);
      score += (weight * frequency) / (askedK1 + frequency);
    }
    return score;
  });
}
