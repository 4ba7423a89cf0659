import type { Ranking } from "../ranking/rank.ts";

/** See `readSigns`. */
export const signs = ["prominence", "strength", "breadth", "strangeness", "company"] as const;

export type Sign = (typeof signs)[number];

/**
 * What a ranking shows about how well it answers, each from 0 to 1 and free of scale, so that it means the same for
 * three pages as for thirty thousand: a raw BM25 score grows with the corpus and with the length of the question.
 */
export type Signs = Readonly<Record<Sign, number>>;

/** Results that signs are read from; a ranking should hold as many. */
export const signDepth = 50;

/** Pages shown, and those that they are seen among. */
const shown = 3;
const among = 20;

/** A strength that nothing more is learnt above. */
const plenty = 0.4;

/** How fast softmax forgets a page that scores lower than the best. */
const sharpness = 6;

/**
 * Reads the signs of a ranking with at least one result:
 * - `prominence`: how much the first three pages stand out from the first twenty, by softmax over their scores;
 * - `strength`: BM25F score of the first result as a share of the most that the question's words could give; two fifths
 *   are as good as all;
 * - `breadth`: how many different words matched, saturating: 0 for one, a half for two, 4/5 for five;
 * - `strangeness`: share of the words of the question's title that nothing in the index has;
 * - `company`: how many of the twenty pages there are to stand out from.
 *
 * That a ranking which stands out is a good one is an old finding on predicting how hard a query is.
 * @see Shtok, Kurland, Carmel et al.: Predicting Query Performance by Query-Drift Estimation (2012)
 */
export function readSigns({ query, results }: Ranking): Signs {
  const [first] = results;
  if (first === undefined) throw new Error("Nothing was found, so there is nothing to be sure of.");
  const best = new Map<string, number>();
  for (const { entry, score } of results.slice(0, signDepth)) {
    if (!best.has(entry.group)) best.set(entry.group, score / first.score);
  }
  const shares = [...best.values()].slice(0, among);
  const title = query.filter(({ inTitle }) => inTitle);
  return {
    prominence: standingOut(shares),
    strength: Math.min(
      plenty,
      total(first.terms.map(({ score }) => score)) / Math.max(massOf(query), Number.MIN_VALUE),
    ),
    breadth: 1 - 1 / Math.max(1, first.terms.length),
    strangeness: massOf(title.filter(({ isKnown }) => !isKnown)) / Math.max(massOf(title), Number.MIN_VALUE),
    company: shares.length / among,
  };
}

function massOf(terms: Ranking["query"]): number {
  return total(terms.map(({ mass }) => mass));
}

/** `shares`: the pages' scores as shares of the best. Pages that are missing in a small corpus count as score 0. */
function standingOut(shares: readonly number[]): number {
  const masses = Array.from({ length: among }, (_, i) => Math.exp(sharpness * (shares[i] ?? 0)));
  return total(masses.slice(0, shown)) / total(masses);
}

function total(masses: readonly number[]): number {
  return masses.reduce((sum, mass) => sum + mass, 0);
}
