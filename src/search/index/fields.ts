/** The parts of a document that are searched apart, in the order of their numbers in the index. */
export const fields = ["title", "context", "aliases", "body", "code", "answer"] as const;

export type Field = (typeof fields)[number];

/**
 * How BM25F counts each field: `weight` multiplies its word counts, `b` (0 to 1) says how much its length is held
 * against it. Weights and `k1` are starting values that did well on several projects' questions at once; they are
 * deliberately round, since weights tuned hard on one project do worse on the next.
 *
 * @see Robertson, Zaragoza: The Probabilistic Relevance Framework: BM25 and Beyond (2009), section 3.6
 */
export const fieldWeights: Readonly<Record<Field, { readonly weight: number; readonly b: number }>> = {
  title: { weight: 6, b: 0.3 },
  context: { weight: 0.7, b: 0.3 },
  aliases: { weight: 4, b: 0.3 },
  body: { weight: 1, b: 0.75 },
  code: { weight: 0.5, b: 0.75 },
  answer: { weight: 1, b: 0.75 },
};

/** Saturation of the term frequency in BM25. */
export const k1 = 1.5;
