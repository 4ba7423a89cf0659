import type { Ranked, Ranking } from "../ranking/rank.ts";
import { tokenize } from "../words/tokenize.ts";

/**
 * What a ranking shows about how well it answers, each from 0 to 1 and free of scale, so that it means the same for
 * three pages as for thirty thousand: a raw BM25 score grows with the corpus and with the length of the question.
 */
export interface Signs {
  /** Share of the words of the result's title that the question names. */
  readonly headingNamed: number;
  /** BM25F score as a share of the most that the question's words could give. */
  readonly strength: number;
  /** How much the first three pages stand out from the first ten, by softmax over their scores. */
  readonly prominence: number;
  /** How many different words matched, saturating: a third for one, 5/7 for five. */
  readonly breadth: number;
  /** Share of the words of the question's title that nothing in the index has. */
  readonly strangeness: number;
}

/** Reads the signs of a ranking with at least one result. */
export function readSigns(ranking: Ranking, first: Ranked): Signs {
  const { query, results } = ranking;
  const matched = new Set(first.terms.map((match) => match.query));
  const title = query.filter(({ inTitle }) => inTitle);
  const pages = [...Map.groupBy(results, ({ item }) => item.group).values()];
  return {
    headingNamed: headingNamed(first),
    strength: total(first.terms.map(({ score }) => score)) / massOf(query),
    prominence: prominence(pages.slice(0, 10).map(([best]) => (best?.score ?? 0) / first.score)),
    breadth: matched.size / (matched.size + 2),
    strangeness: share(title, ({ isKnown }) => !isKnown),
  };
}

type Term = Ranking["query"][number];

function massOf(terms: readonly Term[]): number {
  return total(terms.map(({ mass }) => mass));
}

/** Share of the mass of those terms for which something holds; 0 for no terms. */
function share(terms: readonly Term[], holds: (term: Term) => boolean): number {
  const all = massOf(terms);
  return all === 0 ? 0 : massOf(terms.filter(holds)) / all;
}

/** `shares`: the pages' scores as shares of the best. Pages that are missing in a small corpus count as score 0. */
function prominence(shares: readonly number[]): number {
  const masses = Array.from({ length: 10 }, (_, i) => Math.exp(sharpness * (shares[i] ?? 0)));
  return total(masses.slice(0, 3)) / total(masses);
}

function total(masses: readonly number[]): number {
  return masses.reduce((sum, mass) => sum + mass, 0);
}

/** How fast softmax forgets a page that scores lower than the best. */
const sharpness = 10;

/** A title is a line; what is longer was pasted. */
const longestHeading = 1_000;

function headingNamed({ item, terms }: Ranked): number {
  const heading = new Set(tokenize(item.title.slice(0, longestHeading)));
  if (heading.size === 0) return 0;
  const named = terms.filter(({ query }) => heading.has(query.term)).length;
  return named / heading.size;
}
