import MiniSearch, { type Options } from "minisearch";
import { tokenize } from "../../../../src/search/words/tokenize.ts";
import { countWords, type Engine, type EngineDeclaration, postOf, type Texts, textsOf } from "../engine.ts";

const fields = ["title", "text"];

type Ask = (index: MiniSearch<Texts>, post: string) => readonly { readonly id: unknown }[];

/** As its documentation shows it first: no stemming, no weights, any word may match. */
export const minisearch = declare("its defaults", { fields }, (index, post) => index.search(post));

/**
 * With our own words, stems, stop words and weight of titles. A word that the post repeats is searched once and counts
 * as often as it stands there: the same order as searching it again and again, in a third of the time.
 */
export const minisearchTuned = declare(
  "our tokenizer, stemmer and stop words; titles count six times, repeated words as often",
  { fields, tokenize: (text) => tokenize(text), processTerm: (term) => term },
  (index, post) => {
    const counts = countWords(tokenize(post));
    return index.search(post, {
      boost: { title: 6 },
      tokenize: () => [...counts.keys()],
      boostTerm: (term) => counts.get(term) ?? 1,
    });
  },
);

function declare(treatment: string, options: Options<Texts>, ask: Ask): EngineDeclaration {
  const over = (index: MiniSearch<Texts>): Engine => ({
    add: (items) => index.addAll(items.map(textsOf)),
    search: (query, _, limit) =>
      ask(index, postOf(query))
        .slice(0, limit)
        .map(({ id }) => String(id)),
    save: () => JSON.stringify(index),
  });
  return {
    treatment,
    learnsFromAll: false,
    create: () => over(new MiniSearch(options)),
    restore: (snapshot) => over(MiniSearch.loadJSON(String(snapshot), options)),
  };
}
