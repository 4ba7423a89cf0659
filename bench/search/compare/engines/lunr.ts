import lunr from "lunr";
import { countWords, type EngineDeclaration, postOf, textsOf } from "../engine.ts";

/** Its own English pipeline. Its index is made once, from all documents. */
export const lunrEngine: EngineDeclaration = {
  treatment: "its trimmer, stop words and stemmer; titles count twice (six times is worse), repeated words as often",
  learnsFromAll: false,
  create: () => {
    // Let go of when it is done: it holds as much again as the index.
    let builder = new lunr.Builder();
    builder.pipeline.add(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer);
    builder.searchPipeline.add(lunr.stemmer);
    builder.field("title", { boost: 2 });
    builder.field("text");
    let index: lunr.Index | undefined;
    return {
      add: (items) => {
        for (const item of items) builder.add(textsOf(item));
      },
      finish: () => {
        index = builder.build();
        builder = new lunr.Builder();
      },
      search: (query, _, limit) => (index === undefined ? [] : ask(index, postOf(query), limit)),
      save: () => JSON.stringify(index),
    };
  },
  restore: (snapshot) => {
    const index = lunr.Index.load(JSON.parse(String(snapshot)) as object);
    return { add: () => undefined, search: (query, _, limit) => ask(index, postOf(query), limit) };
  },
};

/** Not `index.search(text)`: that reads colons, plus signs and tildes of the post as operators. */
function ask(index: lunr.Index, post: string, limit: number): string[] {
  const words = lunr.tokenizer(post).map((token) => lunr.trimmer(token).toString());
  const found = index.query((query) => {
    for (const [word, boost] of countWords(words)) if (word !== "") query.term(word, { boost });
  });
  return found.slice(0, limit).map(({ ref }) => ref);
}
